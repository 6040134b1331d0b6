"""What can be asked of a library: terms, neighbours, related cases, timelines, statistics."""
