"""The golden thread: problem → cause → goal → measure, whole across the files.

What is missing is only said when every file could be read; a broken one might hold it.
"""
