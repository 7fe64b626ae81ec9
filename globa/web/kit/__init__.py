"""The kit: every component once, to be looked at. Only where nobody real is recorded."""
