"""One small file a rule: `NAME`, and `find(read)` that yields what it finds."""
