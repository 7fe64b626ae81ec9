"""The state in which a centre begins: who lives there already, brought in from a table instead of a form for each child."""
