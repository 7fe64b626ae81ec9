"""A signed report later: its frozen evidence, what differs today and why, and what rests on a record."""
