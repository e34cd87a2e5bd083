"""How findings, rules, the thread and duties are shown: text, JSON, and files."""
