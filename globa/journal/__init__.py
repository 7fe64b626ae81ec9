"""What happened to the records: operations, history, row protection, refusals of the database. Does not know what they are about."""
