"""The second factor: who needs one, how often a code is guessed, and what a browser is known by."""
