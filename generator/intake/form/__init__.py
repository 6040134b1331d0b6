"""The application form: its tables into front matter; what is private never leaves it."""
