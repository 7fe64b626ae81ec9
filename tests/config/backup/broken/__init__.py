"""A new version whose migration fails half way, or after which the check finds something: what `PLANTED` says."""
