"""The law: Act (2023:196) on the responsibility of municipalities for crime prevention.

It is asked of municipalities. What it asks, of whom and since when is decided in `law/`; here is told what to mend in a
document.
"""
