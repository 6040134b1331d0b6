"""`biaogan import-list`: case files from a list in Excel or CSV."""
