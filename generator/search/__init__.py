"""The finder's data: an index of Chinese bigrams, the columns of the facets, and who reads them."""
