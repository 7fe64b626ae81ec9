"""How numbers, days and units are written for a reader of the page's language."""
