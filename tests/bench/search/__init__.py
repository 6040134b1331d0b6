"""`make bench`: the finder's index and its peers, on the same cases and the same queries."""
