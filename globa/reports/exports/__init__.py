"""
A report as a file that leaves the house: Word, PDF, a workbook, a page to print.

`export.export()` makes it from a document, live or frozen. What is heavy or comes from outside (an office's Word
template) runs in a short-lived process without rights: see `process`.
"""
