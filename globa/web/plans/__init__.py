"""
The plan of a municipality: where its money went, what was meant to come of it and what came.

Amounts stand as somebody approved them; used money is what the ledger says, and a result what the records say.
"""
