"""Feeds: what is new in the library, for programs that ask now and then (Atom and JSON Feed)."""
