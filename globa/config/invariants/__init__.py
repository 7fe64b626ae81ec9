"""What must hold of the records at any instant, asked of the database itself: after a fault, a restore, an upgrade."""
