"""The finder: folding, index, facets, queries, and an evaluation in a real browser."""
