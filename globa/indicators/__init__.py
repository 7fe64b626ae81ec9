"""What we count: the language of figures, the figures, the equations between them. Knows no Django and no recording room."""
