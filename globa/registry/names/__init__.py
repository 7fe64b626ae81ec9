"""Finding people by their names: the index of words, the forms of one family, one slip of the finger."""
