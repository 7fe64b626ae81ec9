"""Texts of a report that a person edits: living numbers in braces, and numbers that were typed by hand."""
