"""Manuscripts as Word files, by pandoc."""
