"""The yearly plan of a municipality: what is aimed at, who answers for it, what it may cost, what it cost and what came of it."""
