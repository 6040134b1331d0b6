"""Other forms in: lists from Excel and CSV."""
