"""P10 and P9: finding a name among a million people, and what a list costs beside a page without a database."""
