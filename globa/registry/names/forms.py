"""
The forms of one family: Kazlauskas, his wife Kazlauskienė, his daughter Kazlauskaitė, and Kazlauskė who chose the short form.

A family name is kept with its stem too, “kazlausk-”, which is what all its forms share. The endings stand here without
their marks, for names are compared without them; the database takes them from here (globa/config/database/names.sql).
"""

from __future__ import annotations

ENDINGS = (
    "uviene", "iuviene", "iene",  # a wife: Butkuvienė, Vaičiuvienė, Kazlauskienė
    "iaite", "aite", "iute", "yte", "ute",  # a daughter: Bačiaitė, Kazlauskaitė, Stankevičiūtė, Kairytė, Butkutė
    "ias", "as", "is", "ys", "ius", "us", "ia", "a", "e",  # a man: Kazlauskas, Žukaitis, Kairys, Stankevičius, Butkus, Mažeika, Lapė
    "iai", "ai",  # all of them: Stankevičiai, Kazlauskai
)  # fmt: skip
"""The longest that leaves a stem is taken away. Ivanovas and Ivanova are forms of one name by the same endings."""

ALSO_SHORT = "(aite|iute|yte|ute)$"
"""Žukaitė is a daughter of Žukas or a woman of the family Žukaitis: both stems are kept."""

SHORTEST_STEM = 3
