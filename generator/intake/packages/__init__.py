"""Packages: what arrives as an archive, a folder or a file, opened within limits."""
