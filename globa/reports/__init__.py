"""Reports: figures of an organisation, checked, signed and kept."""
