"""Where children live and who represents them: stays, dwellings and beds, guardianships, days away, contracts of carers, statuses."""
