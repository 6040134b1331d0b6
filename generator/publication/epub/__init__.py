"""Manuscripts as EPUB, by pandoc."""
