"""A small complete library, free of findings, and one fault for every code."""
