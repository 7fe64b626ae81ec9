"""Other people's documents, checked for whoever drops them: each sees only the own ones."""
