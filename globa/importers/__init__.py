"""
Records that others kept: an office's tables, the exports of national systems, figures of years before Globa. Still empty.

Each import will be one operation that can be undone; the operation of a record already names the import it came from.
"""
