"""What the accounting program holds, brought into the ledger: a list of entries, or a table of the budget by item and source."""
