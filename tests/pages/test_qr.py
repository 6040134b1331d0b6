"""The QR code in SVG is the code of the address, module by module."""

import re
from itertools import product
from xml.etree import ElementTree as ET

import pytest
import segno

from generator.pages.qr import BANDS, QUIET, STAFF, qr_picture
from tests.safety import unsafe_things

ADDRESS = "https://example.org/benchmarks/notices/2023-12-07-session-demo/"
RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def dark_modules(svg: str) -> set[tuple[int, int]]:
    """Read the picture back: the places of its dark squares, the corner of the code at 0, 0."""
    drawn = ET.fromstring(svg).find("path[@class='dark']")
    assert drawn is not None
    path = drawn.get("d", "")
    assert RUN.sub("", path) == ""
    found: set[tuple[int, int]] = set()
    for left, top, width, back in RUN.findall(path):
        assert width == back
        for x in range(int(width)):
            found.add((int(left) - STAFF - QUIET + x, int(top) - QUIET))
    return found


@pytest.mark.parametrize(
    "content", [ADDRESS, "https://example.org/%E6%A0%87/?a=1&b=<2>", "x" * 400]
)
def test_the_picture_is_the_code(content: str) -> None:
    code = segno.make(content, error="m", micro=False, boost_error=False)
    assert code.error == "M"
    side = len(code.matrix)
    expected = {(x, y) for x, y in product(range(side), repeat=2) if code.matrix[y][x]}
    assert dark_modules(qr_picture(content, "Title")) == expected


def test_there_is_a_quiet_zone_all_around_and_a_staff_at_the_edge() -> None:
    svg = qr_picture(ADDRESS, "Title")
    root = ET.fromstring(svg)
    width, height = (int(part) for part in root.get("viewBox", "").split()[2:])
    places = dark_modules(svg)
    assert (min(x for x, _ in places), min(y for _, y in places)) == (0, 0)
    assert width - STAFF - 2 * QUIET - 1 == max(x for x, _ in places)
    assert height - 2 * QUIET - 1 == max(y for _, y in places)
    band = root.find("path[@class='band']")
    assert band is not None
    assert band.get("d", "").count("M0 ") == (BANDS + 1) // 2
    assert band.get("d", "").endswith(f"V{height}H0z")


def test_the_picture_has_a_name_and_no_style_of_its_own() -> None:
    svg = qr_picture(ADDRESS, '<b>"Title" & more</b>')
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    assert root.findtext("title") == '<b>"Title" & more</b>'
    assert "style" not in svg
    assert unsafe_things(f"<main>{svg}</main>", shell=True) == []
