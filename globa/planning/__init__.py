"""What an institution sets out to do: its ledger and the directions of the year."""
