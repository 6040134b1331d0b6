"""Which signs of Markdown the site's renderer would take for more than signs, and where."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_OPENERS: Final = frozenset(">:~")
"""A quotation, and the two signs of a definition."""
_NUMBER: Final = re.compile(r"[0-9]{1,9}[.)]")
_ENTITY: Final = re.compile(r"&#?[0-9A-Za-z]+;")
_ONE_SIGN: Final = re.compile(r"([-=_*+#])\1*")
_HTML_START: Final = frozenset("/!?")
_SPACES: Final = frozenset({"Space", "SoftBreak", "LineBreak"})


@dataclass(frozen=True, slots=True)
class Block:
    """What is known of the paragraph in which a sign stands."""

    has_tildes: bool = False
    has_dollars: bool = False
    is_of_lines: bool = False
    is_header: bool = False
    in_table: bool = False
    in_link: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text without blanks, and what stands around it."""

    written: str
    is_first: bool
    """It begins a line."""
    before: str
    after: str
    """The kind of the inline before and after, or nothing."""

    @property
    def is_alone(self) -> bool:
        """Tell whether a blank or the end of the line follows."""
        return not self.after or self.after in _SPACES


def escaped_at_start(word: Word, block: Block) -> int:
    """Give the index of the sign by which the line would be an item, a heading or a quotation."""
    written = word.written
    if block.is_header and set(written) == {"#"}:
        return 0
    if not word.is_first:
        return -1
    if written[0] in _OPENERS:
        return 0
    if not word.is_alone:
        return -1
    number = _NUMBER.fullmatch(written)
    if number:
        return number.end() - 1
    return 0 if _ONE_SIGN.fullmatch(written) else -1


def must_escape(word: Word, index: int, block: Block) -> bool:
    """Tell whether the renderer could take a sign in a line for more than a sign."""
    rule = _RULES.get(word.written[index])
    return rule is not None and rule(_Sign.at(word, index), block)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign in a word."""

    before: str
    after: str
    """The characters around it, or nothing."""
    is_last: bool
    """Something that is no text follows at once."""
    is_alone: bool
    """Blanks stand around it."""
    is_entity: bool

    @classmethod
    def at(cls, word: Word, index: int) -> "_Sign":
        written = word.written
        after = written[index + 1 : index + 2]
        return cls(
            before=written[index - 1 : index] if index else "",
            after=after,
            is_last=not after and not word.is_alone,
            is_alone=len(written) == 1 and word.is_alone and word.before in _SPACES,
            is_entity=_ENTITY.match(written, index) is not None,
        )

    @property
    def is_in_text(self) -> bool:
        return _is_letter(self.before) and _is_letter(self.after)

    @property
    def is_in_word(self) -> bool:
        return _is_latin(self.before) and _is_latin(self.after)


def _is_letter(sign: str) -> bool:
    return sign.isalnum()


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


_RULES: Final[Mapping[str, Callable[[_Sign, Block], bool]]] = MappingProxyType(
    {
        "\\": lambda _sign, _block: True,
        "`": lambda _sign, _block: True,
        "*": lambda sign, _block: not sign.is_alone,
        "_": lambda sign, _block: not sign.is_in_word,
        "~": lambda sign, block: block.has_tildes or not sign.is_in_text,
        "$": lambda sign, block: block.has_dollars or not _is_letter(sign.after),
        "|": lambda _sign, block: block.in_table or block.is_of_lines,
        "<": lambda sign, _block: (
            sign.is_last
            or sign.after in _HTML_START
            or (sign.after.isascii() and sign.after.isalpha())
        ),
        "&": lambda sign, _block: sign.is_entity,
        "!": lambda sign, _block: sign.is_last or sign.after == "[",
        "[": lambda sign, block: block.in_link or sign.after in {"^", "!"},
        "]": lambda sign, block: block.in_link or sign.is_last or sign.after in {"(", "[", ":"},
    }
)
