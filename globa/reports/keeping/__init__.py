"""Reports while they are being written: their texts, and the reasons given for what does not agree."""
