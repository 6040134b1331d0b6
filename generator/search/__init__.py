"""The finder's data: an index of Chinese bigrams, the columns of the facets, and who reads them."""

import os

# Our numbers are whole ones, and OpenBLAS is never asked; but numpy starts it with a thread for
# every core, for 0.05 s of the 0.1 s that it takes. This is read once, when numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
