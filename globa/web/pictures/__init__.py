"""
Pictures, measured here and drawn by SVG templates: attributes and classes only.

Every picture is made twice, for a wide page and for a phone, and never stands without its table.
Coordinates are strings already: a template would write them with the reader's decimal comma.
"""
