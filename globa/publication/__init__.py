"""
Figures that leave the house: open data, with what is too small hidden and a ledger of every number released. Still empty.

The public's database role is there already and reads no table: it will read what this room releases and nothing else.
"""
