"""Short ways to render in tests."""

from generator.library.body import Body
from generator.rendering.markdown import render


def keep(_: str) -> str | None:
    """Leave every address as it is."""
    return None


def body(markdown: str, first_line: int = 1) -> Body:
    """Render with addresses left as they are."""
    return render(markdown, first_line=first_line, publish=keep)


def html(markdown: str) -> str:
    """Give the HTML alone."""
    return body(markdown).html
