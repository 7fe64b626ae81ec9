"""The whole installation in one file and back again: everything but its keys."""
