"""What can be counted: flat tables over the records, the views that make them, the engines. Knows no Django and no recording room."""
