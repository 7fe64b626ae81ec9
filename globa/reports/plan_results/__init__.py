"""What came of a plan by the records: what each measure did for whom, and whether each expectation was reached."""
