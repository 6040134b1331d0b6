"""Text on charts can be read in every scheme: 4.5:1 on each fill; marks stand out by 3:1."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).resolve().parents[2] / "theme/styles"
TOKENS = (STYLES / "10-tokens.css").read_text(encoding="utf-8")
CHARTS = (STYLES / "54-charts.css").read_text(encoding="utf-8")
_HEX = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b")


def colours(selector: str) -> dict[str, str]:
    """Give the colours that a rule sets."""
    rule = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", TOKENS)
    assert rule, selector
    return dict(_HEX.findall(rule[1]))


LIGHT = colours(":root")
SCHEMES = {
    "light": LIGHT,
    "dark": {**LIGHT, **colours(':root[data-scheme="dark"]')},
    "elder": {**LIGHT, **colours(":root[data-elder]")},
    "elder and dark": {
        **LIGHT,
        **colours(':root[data-scheme="dark"]'),
        **colours(':root[data-elder][data-scheme="dark"]'),
    },
    "paper": {**LIGHT, **dict(_HEX.findall(CHARTS.partition("@media print")[2]))},
}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def variable(selector: str, name: str) -> str:
    """Give the variable that a rule of the charts' sheet takes a property from, or ''."""
    rule = re.search(r"^" + re.escape(selector) + r"\s*\{([^}]*)\}", CHARTS, re.MULTILINE)
    assert rule, selector
    found = re.search(rf"(?<![-\w]){name}:\s*var\(--([\w-]+)\)", rule[1])
    return found[1] if found else ""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("shade", range(5))
def test_the_words_on_a_tile_can_be_read(scheme: str, shade: int) -> None:
    known = SCHEMES[scheme]
    fill = variable(f".shade-{shade}", "fill")
    words = variable(f".shade-{shade}", "color") or "ink"
    assert contrast(known[fill], known[words]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_shades_go_one_way(scheme: str) -> None:
    known = SCHEMES[scheme]
    steps = [luminance(known[variable(f".shade-{shade}", "fill")]) for shade in range(1, 5)]
    assert steps in (sorted(steps), sorted(steps, reverse=True))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_and_words_stand_out_from_the_page(scheme: str) -> None:
    known = SCHEMES[scheme]
    assert contrast(known[variable(".chart .solid", "fill")], known["paper"]) >= 3
    assert contrast(known[variable(".chart .faint", "stroke")], known["paper"]) >= 3
    assert contrast(known[variable(".chart .dim", "color")], known["paper"]) >= 4.5
    assert contrast(known[variable(".chart a .name", "color")], known["paper"]) >= 4.5
    assert contrast(known["ink"], known[variable(".chart .faint", "fill")]) >= 4.5
