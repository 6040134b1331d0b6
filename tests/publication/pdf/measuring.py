"""Where the characters of a PDF's pages stand."""

import io
from typing import Final

import pypdfium2
from pypdf import PdfReader

MM: Final = 72 / 25.4
"""Points of a millimetre."""


class Characters:
    """The characters of a page by their lines, from the top of the paper in points."""

    def __init__(self, data: bytes, number: int) -> None:
        with pypdfium2.PdfDocument(data) as document:
            page = document[number]
            text = page.get_textpage()
            self.boxes = [
                (text.get_text_range(place, 1), text.get_charbox(place, loose=True))
                for place in range(text.count_chars())
            ]
            self.height = page.get_height()
            text.close()
            page.close()
        self.boxes = [(sign, box) for sign, box in self.boxes if sign.strip()]

    def lines(self) -> dict[float, str]:
        """Give the text of each line by the height at which it stands."""
        found: dict[float, str] = {}
        for sign, (_, bottom, _, _) in self.boxes:
            at = next((known for known in found if abs(known - bottom) < 4), bottom)
            found[at] = found.get(at, "") + sign
        return found

    def left(self, words: str) -> float:
        """Give the left edge of a line that begins with words, in millimetres."""
        return self._edges(words)[0] / MM

    def right(self, words: str) -> float:
        return self._edges(words)[1] / MM

    def top(self, words: str) -> float:
        return float(self.height - self._edges(words)[2]) / MM

    def _edges(self, words: str) -> tuple[float, float, float]:
        said = "".join(sign for sign, _ in self.boxes)
        first = said.index(words)
        boxes = [box for _, box in self.boxes[first : first + len(words)]]
        return boxes[0][0], boxes[-1][2], float(max(box[3] for box in boxes))


def pages_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
