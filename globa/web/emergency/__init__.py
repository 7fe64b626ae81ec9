"""A file opened in an emergency: asked for with a reason, shown on every page while it is open, reviewed afterwards."""
