"""A body's text as values: what Word, PDF and EPUB are written from."""
