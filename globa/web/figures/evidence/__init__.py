"""The list of records behind a figure, readable for the table that they lie in."""
