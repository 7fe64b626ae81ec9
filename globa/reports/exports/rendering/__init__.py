"""
What runs in the short-lived process: it knows no records, no Django and no network, only what it was handed.

Nothing here is imported by the process that asks; `process.run` starts it.
"""
