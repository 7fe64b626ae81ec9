"""
For programs what `web` is for people: the same verbs and the same figures, asked and answered as JSON. Still empty.

Beside `web` and not below it: neither knows the other, and both ask the rooms below.
"""
