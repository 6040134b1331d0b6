"""Alerts with Chinese titles; formulas as TeX in an element of their own."""

import re
from collections.abc import Mapping
from typing import Final

from generator.rendering.text import escaped
from generator.strings import table

_ALERT: Final = re.compile(
    r'<div class="markdown-alert markdown-alert-([a-z]+)" data-sourcepos="[^"]*">\s*'
    r'<p class="markdown-alert-title">(.*?)</p>',
    re.DOTALL,
)
_DISPLAY: Final = re.compile(
    r'<p><span data-math-style="display" data-sourcepos="[^"]*">([^<]*)</span></p>'
)
_FORMULA: Final = re.compile(
    r'<span data-math-style="(inline|display)" data-sourcepos="[^"]*">([^<]*)</span>'
)


def finish_alerts(html: str) -> str:
    """Give alerts a Chinese title unless the author wrote one."""
    return _ALERT.sub(_alert, html) if "markdown-alert" in html else html


def finish_formulas(html: str) -> str:
    """Keep each formula's TeX readable: a block of its own, or a span in the line."""
    if "data-math-style" not in html:
        return html
    html = _DISPLAY.sub(lambda match: f'<div class="math">{match[1].strip()}</div>', html)
    return _FORMULA.sub(_formula, html)


def _alert(match: re.Match[str]) -> str:
    kind, title = match.groups()
    titles = table("rendering").get("alert")
    if title.lower() == kind and isinstance(titles, Mapping) and kind in titles:
        title = escaped(titles[kind])
    return f'<div class="alert alert-{kind}" role="note">\n<p class="alert-title">{title}</p>'


def _formula(match: re.Match[str]) -> str:
    classes = "math" if match[1] == "inline" else "math math-display"
    return f'<span class="{classes}">{match[2].strip()}</span>'
