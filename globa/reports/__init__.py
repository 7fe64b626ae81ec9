"""Reports: figures of an organisation as a document, checked, signed and kept."""
