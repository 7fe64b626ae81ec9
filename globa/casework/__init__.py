"""What is done for people: services given, groups and events, cases, conclusions, plans."""
