"""The Word template that ships; `make` writes it anew."""
