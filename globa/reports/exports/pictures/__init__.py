"""Pictures of a report as SVG: drawn once, for PDF and page as they are and for Word as points."""
