"""Manuscripts as tagged PDF, by Typst."""
