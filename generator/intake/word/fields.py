"""Fields and content controls: what they show becomes plain text, as far as pandoc loses it.

pandoc drops the result of `w:fldSimple`, the usual way to number figures, form fields without a
result, and `EQ`.
"""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generator.intake.remarks import RemarkKind
from generator.intake.word.counting import formatted
from generator.intake.word.ledger import Ledger
from generator.intake.word.names import (
    PARAGRAPH,
    RUN,
    W14,
    Element,
    W,
    above,
    drop,
    is_on,
    number_of,
    place_of,
    run_of,
    value_of,
)
from generator.intake.word.relations import is_safe_address
from generator.intake.word.symbol_fonts import EMPTY, TICKED
from generator.intake.wordings import pattern

_CHARACTER: Final = f"{W}fldChar"
_INSTRUCTION: Final = f"{W}instrText"


@dataclass(slots=True)
class _Field:
    """A complex field: its first mark, and what stands between it and the result."""

    begin: Element
    instructions: list[Element] = field(default_factory=list)
    has_result: bool = False

    def words(self) -> str:
        return "".join(part.text or "" for part in self.instructions).strip()


def settle_fields(root: Element, ledger: Ledger) -> None:
    """Write out what the fields and controls of a part show."""
    etree.strip_elements(root, f"{W}fldData", with_tail=False)
    etree.strip_tags(root, f"{W}fldSimple")
    open_fields: list[_Field] = []
    for element in list(root.iter(_CHARACTER, _INSTRUCTION)):
        if element.tag == _INSTRUCTION:
            if open_fields and not open_fields[-1].has_result:
                open_fields[-1].instructions.append(element)
            continue
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(_Field(element))
        elif kind == "separate" and open_fields:
            open_fields[-1].has_result = True
        elif kind == "end" and open_fields:
            _settle(open_fields.pop(), ledger)
    _settle_controls(root)


def _settle(found: _Field, ledger: Ledger) -> None:
    name, _, rest = found.words().partition(" ")
    match name.upper():
        case "FORMCHECKBOX":
            _show(found, _tick_of(found.begin))
        case "FORMDROPDOWN":
            _show(found, _choice_of(found.begin))
        case "EQ":
            _settle_equation(found, rest, ledger)
        case "REF" | "PAGEREF" | "NOTEREF":
            _forget(found)
        case "HYPERLINK":
            _settle_link(found, rest, ledger)


def _show(found: _Field, written: str) -> None:
    """Write a text where the field begins."""
    run = above(found.begin, RUN)
    if run is not None and written:
        run.addprevious(run_of(written, run))


def _tick_of(begin: Element) -> str:
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return EMPTY
    state = "checked" if box.find(f"{W}checked") is not None else "default"
    return TICKED if is_on(box, state) else EMPTY


def _choice_of(begin: Element) -> str:
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [value_of(entry) for entry in choices.iterfind(f"{W}listEntry")]
    chosen = choices.find(f"{W}result")
    if chosen is None:
        chosen = choices.find(f"{W}default")
    index = number_of(value_of(chosen), 0)
    return entries[index] if 0 <= index < len(entries) else ""


def _settle_equation(found: _Field, rest: str, ledger: Ledger) -> None:
    """Write a number in a circle as such; another equation field is a formula that is lost."""
    circled = pattern("intake_word.pattern.circled").search(rest)
    if circled is None:
        ledger.say(RemarkKind.LOST, "equation_field", place_of(above(found.begin, PARAGRAPH)))
        return
    inner = circled[1]
    _show(
        found, formatted(number_of(inner, 0), "decimalEnclosedCircle") if inner.isdigit() else inner
    )


def _settle_link(found: _Field, rest: str, ledger: Ledger) -> None:
    """Keep the words of a link whose address is no web address, and not the address."""
    address = pattern("intake_word.pattern.link_address").match(rest)
    is_inside = rest.lstrip().startswith("\\l")
    if not is_inside and address and is_safe_address(address[1]):
        return
    ledger.counts["unsafe_links"] += not is_inside
    _forget(found)


def _forget(found: _Field) -> None:
    """Keep of a field only its result: what it points to is a place that no draft has."""
    for part in found.instructions:
        part.text = ""


def _settle_controls(root: Element) -> None:
    """Make a control its content, and a box to tick the sign of what it says."""
    for box in list(root.iter(f"{W14}checkbox")):
        control = above(box, f"{W}sdt")
        content = None if control is None else control.find(f"{W}sdtContent")
        if content is None:
            continue
        state = box.find(f"{W14}checked")
        is_ticked = state is not None and state.get(f"{W14}val", "1") in {"1", "true", "on"}
        _write_tick(content, TICKED if is_ticked else EMPTY)
    etree.strip_elements(root, f"{W}sdtPr", f"{W}sdtEndPr", with_tail=False)
    etree.strip_tags(root, f"{W}sdt", f"{W}sdtContent")


def _write_tick(content: Element, mark: str) -> None:
    runs = list(content.iter(RUN))
    if runs:
        runs[0].addprevious(run_of(mark))
    else:
        holder = next(content.iter(PARAGRAPH), content)
        holder.append(run_of(mark))
    for run in runs:
        drop(run)
