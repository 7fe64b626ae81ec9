"""Signing: what was read is frozen, with every figure and the records behind it."""
