"""The content that comes with the project."""
