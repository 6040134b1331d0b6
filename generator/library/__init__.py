"""What a library is: frozen records and the rules they obey. No files, no YAML, no HTML, no site."""
