"""
What leaves the house: the centre's public page, of which each edition is kept. Open data and its ledger of numbers are still missing.

The public's database role reads the edition that is shown, and nothing else (globa/config/database/outside.sql).
"""
