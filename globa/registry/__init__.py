"""Who and what there is: people, households, organisations, staff, premises, papers, payers, norms, lists."""
