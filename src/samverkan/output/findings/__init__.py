"""Findings for people, programs, GitHub, GitLab and other CI."""
