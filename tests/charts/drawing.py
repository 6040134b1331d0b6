"""Read a chart back: a strict XML parser, and where everything stands."""

import math
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

HOSTILE = (
    "\"'><script>alert(1)</script></text></svg><img src=x onerror=alert(1)>&lt;\x00\x08\u202e]]>"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NAMES = {
    "rect": ("x", "y", "width", "height"),
    "circle": ("cx", "cy", "r"),
    "text": ("x", "y"),
}


def parsed(svg: str) -> ET.Element:
    """Parse a chart as XML; it must be one figure with a title."""
    root = ET.fromstring(svg)
    assert root.tag == "svg"
    assert root[0].tag == "title"
    return root


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    """Give the elements that carry a class, in the order of drawing."""
    return [node for node in root.iter() if name in node.get("class", "").split()]


def at(node: ET.Element, name: str) -> float:
    """Give a coordinate."""
    return float(node.get(name, "nan"))


def texts(root: ET.Element) -> list[str]:
    """Give what stands in the chart, in the order of drawing."""
    return [node.text or "" for node in root.iter("text")]


def links(root: ET.Element) -> dict[str, str]:
    """Give address → name of the links."""
    return {node.get("href", ""): node.get("aria-label", "") for node in root.iter("a")}


def check_places(root: ET.Element) -> None:
    """See to it that every coordinate is a finite number inside the picture."""
    _, _, width, height = (float(part) for part in root.get("viewBox", "").split())
    for x, y in _corners(root):
        assert math.isfinite(x)
        assert math.isfinite(y)
        assert -0.5 <= x <= width + 0.5, (x, width)
        assert -0.5 <= y <= height + 0.5, (y, height)


def _corners(root: ET.Element) -> Iterator[tuple[float, float]]:
    for node in root.iter():
        values = [at(node, name) for name in _NAMES.get(str(node.tag), ())]
        if node.tag == "rect":
            x, y, width, height = values
            assert width >= 0
            assert height >= 0
            yield from ((x, y), (x + width, y + height))
        elif node.tag == "circle":
            x, y, radius = values
            yield from ((x - radius, y - radius), (x + radius, y + radius))
        elif node.tag == "text":
            yield values[0], values[1]
        elif node.tag == "polyline":
            for pair in node.get("points", "").split():
                across, _, down = pair.partition(",")
                yield float(across), float(down)
        elif node.tag == "path":
            yield from _path(node.get("d", ""))


def _path(data: str) -> Iterator[tuple[float, float]]:
    """Read M x y, L x y and H x."""
    assert re.fullmatch(r"(?:[MLH][-\d. ]+)+", data), data
    x = y = 0.0
    for step in re.findall(r"[MLH][^MLH]+", data):
        values = [float(value) for value in _NUMBER.findall(step)]
        if step[0] == "H":
            x = values[0]
        else:
            x, y = values
        yield x, y
