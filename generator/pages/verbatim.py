"""A file that is written as it is: data for a script, a calendar, the chapters of a video."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The whole content of a file that is no page (template verbatim.html)."""

    content: str
    """Written unescaped: whoever makes it follows the rules of its format."""
