"""The build engine: what must be written, what may stay, and how files appear whole."""
