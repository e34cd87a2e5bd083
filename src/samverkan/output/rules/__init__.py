"""The list of rules and the explanation of one."""
