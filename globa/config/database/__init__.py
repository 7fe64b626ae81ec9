"""What every migration is followed by: rights, row security and the views of facts."""
