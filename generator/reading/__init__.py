"""How files become a library: text, front matter with positions, records, cache."""
