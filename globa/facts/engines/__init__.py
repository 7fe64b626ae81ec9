"""Where figures are counted: PostgreSQL in the open transaction, DuckDB from files."""
