"""What is written as a number in somebody else's document, and what it counts."""
