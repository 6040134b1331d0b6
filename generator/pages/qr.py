"""A QR code as SVG, with the surveyor's staff at its edge.

The style sheet paints it by classes, dark on light in every mode: cameras do not read it otherwise.
"""

from collections.abc import Iterator
from typing import Final

from generator.charts.svg import plain

QUIET: Final = 4
"""Modules of light around the code (ISO/IEC 18004)."""
STAFF: Final = 2
"""Modules that the staff is wide."""
BANDS: Final = 9
"""Bands of the staff; red at both ends."""
WIDTH: Final = "40mm"
"""Of a file: as wide as a phone reads it from an arm's length."""
_COLOURS: Final = {"light": "#fff", "dark": "#000", "band": "#a3241b"}
"""Of a file, which no style sheet paints."""


def qr_picture(content: str, title: str) -> str:
    """Give the SVG of a text, error correction M: a fifth of a scratched poster may be lost."""
    # Here: it imports the network's modules, and most builds draw no code.
    import segno  # noqa: PLC0415

    matrix = segno.make(content, error="m", micro=False, boost_error=False).matrix
    side = len(matrix) + 2 * QUIET
    drawn = "".join(_runs(matrix))
    return (
        f'<svg class="qr" viewBox="0 0 {side + STAFF} {side}" role="img"'
        f' shape-rendering="crispEdges"><title>{plain(title)}</title>'
        f'<path class="light" d="M0 0h{side + STAFF}v{side}h-{side + STAFF}z"/>'
        f'<path class="dark" d="{drawn}"/><path class="band" d="{_staff(side)}"/></svg>'
    )


def qr_file(content: str, title: str) -> str:
    """Give the code as a file of its own, for posters and documents: in colours, with its size."""
    drawn = qr_picture(content, title)
    for name, colour in _COLOURS.items():
        drawn = drawn.replace(f'<path class="{name}"', f'<path fill="{colour}"')
    size = f'xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" '
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + drawn.replace('<svg class="qr" ', f"<svg {size}", 1) + "\n"


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """Yield a rectangle for each run of dark modules in a row."""
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                yield f"M{STAFF + QUIET + x} {QUIET + y}h{length}v1h-{length}z"
            x += length or 1


def _staff(side: int) -> str:
    ends = [round(side * band / BANDS, 2) for band in range(BANDS + 1)]
    return "".join(
        f"M0 {ends[band]:g}h{STAFF}V{ends[band + 1]:g}H0z" for band in range(0, BANDS, 2)
    )
