"""The ledger: its entries, the table of the budget, files of the accounting program, and what is closed."""
