"""What a reader sees, as values: routes (the one place that makes addresses) and views."""
