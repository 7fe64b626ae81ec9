"""
Records that others kept: reports that somebody asks to be checked; later an office's tables and figures of years before Globa.

Each import will be one operation that can be undone; the operation of a record already names the import it came from.
"""
