"""The implementation report of a municipality's plan: what its working group reads, mends and signs."""
