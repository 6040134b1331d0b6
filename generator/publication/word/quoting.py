"""Values of attributes in XML that we write as text."""

# Of `xml.sax.saxutils` the import alone takes 30 ms, for it loads what asks web servers.
from html import escape


def quoted(value: str) -> str:
    """Give the value of an attribute, in its quotes."""
    return f'"{escape(value)}"'
