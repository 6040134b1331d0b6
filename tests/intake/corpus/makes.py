"""The ways in which documents are made: how headings, numbers, captions and titles are written."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Headings(StrEnum):
    """How an author makes a heading."""

    TYPED_BOLD = "typed-bold"
    """A bold paragraph of the body, its number typed."""
    TYPED_PLAIN = "typed-plain"
    """A short paragraph of the body, its number typed."""
    STYLED_TYPED = "styled-typed"
    """A heading style, the number typed."""
    STYLED_AUTO = "styled-auto"
    """A heading style that numbers."""
    BOLD_AUTO = "bold-auto"
    """A bold paragraph with an automatic number."""
    OUTLINE = "outline"
    """A paragraph of the body with an outline level, the number typed."""


STYLED: Final = frozenset({Headings.STYLED_TYPED, Headings.STYLED_AUTO})
AUTOMATIC: Final = frozenset({Headings.STYLED_AUTO, Headings.BOLD_AUTO})


@dataclass(frozen=True, slots=True)
class StyleNames:
    """Ids and names of the styles, as a program writes them."""

    normal: tuple[str, str]
    headings: tuple[tuple[str, str], ...]
    title: tuple[str, str]
    caption: tuple[str, str]
    contents: tuple[str, str]
    based: bool = False
    """The headings are styles of the author's own, based on those built in."""


WORD: Final = StyleNames(
    ("Normal", "Normal"),
    tuple((f"Heading{level}", f"heading {level}") for level in range(1, 5)),
    ("Title", "Title"),
    ("Caption", "caption"),
    ("TOC1", "toc 1"),
)
"""Word in English, and LibreOffice."""
CHINESE: Final = StyleNames(
    ("a", "Normal"),
    tuple((f"{level}", f"heading {level}") for level in range(1, 5)),
    ("a3", "Title"),
    ("a5", "caption"),
    ("10", "toc 1"),
)
"""Word in Chinese."""
WPS: Final = StyleNames(
    ("1", "Normal"),
    tuple((f"{level + 1}", f"heading {level}") for level in range(1, 5)),
    ("12", "Title"),
    ("7", "caption"),
    ("10", "toc 1"),
)
"""WPS numbers all its styles: the id 2 is heading 1."""
LOCAL: Final = StyleNames(
    ("1", "正文"),
    tuple((f"{level + 1}", f"标题 {level}") for level in range(1, 5)),
    ("12", "标题"),
    ("7", "题注"),
    ("10", "目录 1"),
)
"""A program that writes the names as it shows them."""
OWN: Final = StyleNames(
    ("Normal", "Normal"),
    tuple((f"Own{level}", f"自定{name}级标题") for level, name in enumerate("一二三四", start=1)),
    ("Title", "Title"),
    ("Caption", "caption"),
    ("TOC1", "toc 1"),
    based=True,
)


class Captions(StrEnum):
    """How an author makes a caption."""

    SIMPLE_FIELD = "simple-field"
    """The caption style, the number by w:fldSimple."""
    COMPLEX_FIELD = "complex-field"
    """The caption style, the number by a field of several runs, as Word writes it."""
    TYPED = "typed"
    TYPED_BOLD = "typed-bold"


class Title(StrEnum):
    """How the title stands at the head."""

    STYLE = "style"
    BOLD_CENTRED = "bold-centred"
    COVER = "cover"
    """Title, enterprise and date on a page of their own."""


OFFICIAL: Final = ("{c}、", "（{c}）", "{n}.", "（{n}）")
LOOSE: Final = ("{c}、 ", "({c})", "{n}、", "({n}) ")
FULL_WIDTH: Final = ("{c}．", "（{c}） ", "{n}．", "（{n}）")


@dataclass(frozen=True, slots=True)
class Make:
    """How a document is made."""

    headings: Headings = Headings.TYPED_BOLD
    styles: StyleNames = WORD
    captions: Captions = Captions.TYPED
    title: Title = Title.BOLD_CENTRED
    typed: tuple[str, str, str, str] = OFFICIAL
    counting: str = "chineseCounting"
    """Word's number format of the first two levels; `decimal` gives 1, 1.1, 1.1.1."""


def chinese(number: int) -> str:
    """Give a number up to 19 in Chinese."""
    digits = "〇一二三四五六七八九十"
    return digits[number] if number <= 10 else f"十{digits[number - 10]}"


class Counter:
    """Numbers of headings, each level counted below the one above."""

    def __init__(self, forms: tuple[str, str, str, str]) -> None:
        self._forms = forms
        self._counts = [0, 0, 0, 0]

    def give(self, level: int) -> str:
        """Give the number that stands before the next heading of a level."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (4 - level)
        number = self._counts[level - 1]
        return self._forms[level - 1].format(c=chinese(number), n=number)
