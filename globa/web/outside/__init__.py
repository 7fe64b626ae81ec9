"""What everybody sees without an account. Only what the public process loads: no model, no session, no cookie."""
