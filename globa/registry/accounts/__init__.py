"""Who may sign in, and where they work."""
