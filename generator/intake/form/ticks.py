"""Which options are ticked, however a form is filled: a mark before or after, in a box or for one.

Nothing is guessed: where a mark may belong to either neighbour, the whole choice is unclear.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.intake.wordings import pattern


@dataclass(frozen=True, slots=True)
class Choice:
    """What was offered, and what of it is ticked."""

    ticked: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    is_clear: bool = True


class _Kind(Enum):
    ON = auto()
    OFF = auto()
    TICK = auto()
    CROSS = auto()
    LABEL = auto()


_BOXES: Final = (
    ("box_on", _Kind.ON),
    ("box_off", _Kind.OFF),
    ("tick", _Kind.TICK),
    ("cross", _Kind.CROSS),
)
_BRACKETS: Final = (("bracket_on", _Kind.ON), ("bracket_off", _Kind.OFF))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: _Kind
    text: str

    @property
    def is_box(self) -> bool:
        return self.kind in (_Kind.ON, _Kind.OFF)

    @property
    def is_label(self) -> bool:
        return self.kind is _Kind.LABEL and bool(_name(self.text))


@dataclass(slots=True)
class _Option:
    label: str = ""
    is_ticked: bool = False
    is_marked: bool = False
    """A box or a tick stands with it."""


class _UnclearError(Exception):
    """A mark that may belong to either neighbour."""


def read_choice(text: str) -> Choice | None:
    """Give the choice that a text makes by marks, or nothing when it holds no mark."""
    tokens = _tokens(text)
    kinds = {token.kind for token in tokens}
    if not kinds & {_Kind.ON, _Kind.OFF, _Kind.TICK}:
        return None
    try:
        options = [] if _Kind.CROSS in kinds else _options(tokens)
    except _UnclearError:
        options = []
    states: dict[str, bool] = {}
    for option in options:
        label = _name(option.label)
        if not label or states.get(label, option.is_ticked) != option.is_ticked:
            return Choice(is_clear=False)
        states[label] = option.is_ticked
    if not states or _are_bullets(tokens, len(states)):
        return Choice(offered=tuple(states), is_clear=False)
    return Choice(tuple(label for label, is_ticked in states.items() if is_ticked), tuple(states))


def before_marks(text: str) -> str:
    """Give what stands before the first box or tick."""
    tokens = _tokens(text)
    return tokens[0].text.strip() if tokens and tokens[0].kind is _Kind.LABEL else ""


def _tokens(text: str) -> list[_Token]:
    tokens = _lexed(text, _BOXES)
    if any(token.is_box for token in tokens):
        return tokens
    bracketed = _lexed(text, _BRACKETS)
    kinds = [token.kind for token in bracketed]
    return bracketed if _Kind.ON in kinds or kinds.count(_Kind.OFF) > 1 else tokens


def _lexed(text: str, kinds: Sequence[tuple[str, _Kind]]) -> list[_Token]:
    marks = [
        (match.start(), match.end(), kind)
        for key, kind in kinds
        for match in pattern(f"intake_form.pattern.{key}").finditer(text)
    ]
    tokens: list[_Token] = []
    end = 0
    for start, stop, kind in sorted(marks, key=lambda mark: mark[:2]):
        if start > end:
            tokens.append(_Token(_Kind.LABEL, text[end:start]))
        tokens.append(_Token(kind, text[start:stop]))
        end = stop
    return [*tokens, _Token(_Kind.LABEL, text[end:])] if end < len(text) else tokens


def _options(tokens: list[_Token]) -> list[_Option]:
    first = tokens[0]
    if first.kind is _Kind.LABEL and pattern("intake_form.pattern.lead").match(first.text):
        tokens = tokens[1:]
    if not any(token.is_box for token in tokens):
        return _by_ticks(tokens)
    filled = [token for token in tokens if token.kind is not _Kind.LABEL or token.is_label]
    if not filled:
        raise _UnclearError
    return _after(filled) if filled[0].is_label else _before(tokens)


def _by_ticks(tokens: list[_Token]) -> list[_Option]:
    """Read ticks without boxes: each belongs to the word that it touches."""
    separators = pattern("intake_form.pattern.separators")
    options: list[_Option] = []
    is_next = False
    for number, token in enumerate(tokens):
        if token.kind is _Kind.LABEL:
            words = [word for word in separators.split(token.text) if _name(word)]
            options += [_Option(word, is_next and not place) for place, word in enumerate(words)]
            is_next = is_next and not words
            continue
        touches_left, touches_right = _touches(tokens, number)
        if touches_left == touches_right or (touches_left and not options):
            raise _UnclearError
        is_next = touches_right
        if touches_left:
            options[-1].is_ticked = True
    return options


def _touches(tokens: list[_Token], number: int) -> tuple[bool, bool]:
    """Tell whether a mark touches what stands before and what stands after it."""
    left = tokens[number - 1].text if number else ""
    right = tokens[number + 1].text if number + 1 < len(tokens) else ""
    return bool(_name(left[-1:])), bool(_name(right[:1]))


def _after(tokens: list[_Token]) -> list[_Option]:
    """Read marks that stand after their words; every word has one."""
    options: list[_Option] = []
    for token in tokens:
        if token.kind is _Kind.LABEL:
            if options and not options[-1].is_marked:
                raise _UnclearError
            options.append(_Option(token.text))
        else:
            options[-1].is_marked = True
            options[-1].is_ticked |= token.kind is not _Kind.OFF
    if not options[-1].is_marked:
        raise _UnclearError
    return options


def _before(tokens: list[_Token]) -> list[_Option]:
    """Read boxes that stand before their words; a tick may stand in, beside or for a box."""
    options: list[_Option] = []
    is_next = False
    for number, token in enumerate(tokens):
        if token.is_box:
            options.append(_Option(is_ticked=is_next or token.kind is _Kind.ON))
            is_next = False
        elif token.kind is _Kind.TICK:
            is_next = _place_tick(tokens, number, options)
        elif token.is_label and options:
            options[-1].label += token.text
    return options


def _place_tick(tokens: list[_Token], number: int, options: list[_Option]) -> bool:
    """Give a tick to its option; tells whether it is that of the box that follows."""
    if options and not _name(options[-1].label):
        options[-1].is_ticked = True
        return False
    rest = [token for token in tokens[number + 1 :] if token.is_label or token.is_box]
    if rest and rest[0].is_label:
        options.append(_Option(is_ticked=True))
        return False
    touches_left, _ = _touches(tokens, number)
    touches_right = number + 1 < len(tokens) and tokens[number + 1].is_box
    if not options:
        return True
    if rest and touches_left == touches_right:
        raise _UnclearError
    if rest and touches_right:
        return True
    options[-1].is_ticked = True
    return False


def _are_bullets(tokens: list[_Token], count: int) -> bool:
    """Tell whether full squares or dots before all words may be no ticks, but bullets."""
    marks = [token.text for token in tokens if token.kind is not _Kind.LABEL]
    full = pattern("intake_form.pattern.plain_full")
    return count > 1 and all(full.fullmatch(mark) for mark in marks)


def _name(label: str) -> str:
    """Give an option without white space and the marks between options."""
    bare = pattern("intake_form.pattern.option_ending").sub("", label)
    return "".join(bare.split()).lstrip("_\uff3f;\uff1b,\uff0c\u3001\u3002:\uff1a")
