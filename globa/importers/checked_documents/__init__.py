"""
Somebody else's report, checked for whoever dropped it, and for nobody else.

The file waits for its check and is gone after it; what was read and found is shown for some days, unless its owner says: keep.
"""
