"""Who looked at what: of one file, and what is unusual in a month."""
