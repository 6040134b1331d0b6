"""Documents by key: what must be made is made, several at a time; the rest stays."""
