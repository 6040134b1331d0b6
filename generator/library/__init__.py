"""What a library is: frozen records and their rules. No files, no YAML, no HTML, no site."""
