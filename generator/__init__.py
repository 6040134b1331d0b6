"""Biaogan: a static site generator for a benchmark case library and its announcements."""

__version__ = "0.1.0"
