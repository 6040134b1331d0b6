"""A Word file written anew so that pandoc loses nothing of it, with a report of what was done.

pandoc drops automatic numbers, results of simple fields, charts, groups, diagrams, annotated
characters, and the paragraph that a text box hangs on. Each is settled by a module of its own; the
parts that none of them touches are copied as they are.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from generator.intake.remarks import RefusedDocumentError, Remark, RemarkKind
from generator.intake.word.contents import remove_contents
from generator.intake.word.definitions import Definitions, read_definitions
from generator.intake.word.drawings import Story, take_apart
from generator.intake.word.fields import settle_fields
from generator.intake.word.ledger import Ledger
from generator.intake.word.names import (
    STORIES,
    VAL,
    Element,
    W,
    drop,
    is_strict,
    number_of,
    place_of,
    value_of,
)
from generator.intake.word.numbering import write_numbers
from generator.intake.word.outline import prepare_styles, settle_styles
from generator.intake.word.parts import DOCUMENT, FRAME, WordParts
from generator.intake.word.relations import close_relations, relations_part, targets, unlink
from generator.intake.word.revisions import accept_changes, count_comments
from generator.intake.word.styles import Styles, read_styles
from generator.intake.word.symbols import settle_symbols
from generator.intake.word.wrappers import (
    choose_alternates,
    remove_hidden,
    settle_characters,
    settle_ruby,
    unwrap,
)

STYLES: Final = "word/styles.xml"
NUMBERING: Final = "word/numbering.xml"
COMMENTS: Final = "word/comments.xml"
DEEPEST_TABLE: Final = 20
"""Tables in tables; forms have two."""
WIDEST_TABLE: Final = 63
"""Columns; Word allows no more."""
_MACROS: Final = "vbaproject.bin"
_FASTEST: Final = 1


@dataclass(frozen=True, slots=True)
class _Look:
    """What the whole document defines for all its parts."""

    styles: Styles
    definitions: Definitions
    bullet: str


def prepare(parts: WordParts, target: Path) -> tuple[Remark, ...]:
    """Write `target`, a .docx from which pandoc loses nothing; give what an editor must know.

    Raises RefusedDocumentError when a part that is needed is damaged.
    """
    ledger = Ledger()
    document = _cleaned(parts, DOCUMENT)
    if document is None or document.find(f"{W}body") is None:
        raise RefusedDocumentError("intake_word.refused.no_document")
    _join_bodies(document)
    roots = {DOCUMENT: document}
    roots |= {name: root for name in STORIES[1:] if (root := _cleaned(parts, name)) is not None}
    _drop_dangling(roots)
    look, defining = _look(parts)
    for name, root in roots.items():
        unlink(root, parts, name)
        _settle(Story(root, parts, targets(parts, name), look.bullet, ledger), look)
    _report_package(parts, ledger)
    changed = {**roots, **defining, **_relations(parts, ledger)}
    _write(parts, target, changed)
    return ledger.closed()


def _cleaned(parts: WordParts, name: str) -> Element | None:
    root = parts.tree(name)
    if root is None:
        return None
    if is_strict(root):
        raise RefusedDocumentError("intake_word.refused.strict")
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root


def _join_bodies(document: Element) -> None:
    """Make one body of several, which programs write that put documents together."""
    first, *others = document.findall(f"{W}body")
    for other in others:
        first.extend(list(other))
        drop(other)


def _drop_dangling(roots: Mapping[str, Element]) -> None:
    """Take out references to notes that are not there; pandoc makes empty notes of them."""
    for note in ("footnote", "endnote"):
        notes = roots.get(f"word/{note}s.xml")
        found = notes.iterfind(f"{W}{note}") if notes is not None else ()
        there = {element.get(f"{W}id") for element in found}
        for mark in list(roots[DOCUMENT].iter(f"{W}{note}Reference")):
            if mark.get(f"{W}id") not in there:
                drop(mark)


def _look(parts: WordParts) -> tuple[_Look, dict[str, Element]]:
    """Read styles and lists, and give the parts that define them as pandoc shall read them."""
    styles_root = _cleaned(parts, STYLES)
    numbering_root = _cleaned(parts, NUMBERING)
    styles = read_styles(styles_root)
    if styles_root is None:
        styles_root = etree.Element(f"{W}styles", nsmap={"w": W[1:-1]})
    if numbering_root is None:
        numbering_root = etree.Element(f"{W}numbering", nsmap={"w": W[1:-1]})
    prepare_styles(styles_root)
    bullet = _add_bullet(numbering_root)
    look = _Look(styles, read_definitions(numbering_root, styles), bullet)
    return look, {STYLES: styles_root, NUMBERING: numbering_root}


def _add_bullet(root: Element) -> str:
    """Define a list with bullets for what becomes one, and give its number."""
    key = "990000001"
    made = etree.SubElement(root, f"{W}abstractNum", {f"{W}abstractNumId": key})
    level = etree.SubElement(made, f"{W}lvl", {f"{W}ilvl": "0"})
    etree.SubElement(level, f"{W}numFmt", {f"{W}val": "bullet"})
    etree.SubElement(level, f"{W}lvlText", {f"{W}val": "\u2022"})
    num = etree.SubElement(root, f"{W}num", {f"{W}numId": key})
    etree.SubElement(num, f"{W}abstractNumId", {f"{W}val": key})
    return key


def _settle(story: Story, look: _Look) -> None:
    """Take a part through every step; the order matters: what is gone must not be counted."""
    root, ledger = story.root, story.ledger
    choose_alternates(root, ledger)
    accept_changes(root, ledger)
    ledger.counts["contents"] += remove_contents(root, look.styles.names)
    remove_hidden(root, ledger, look.styles.hidden)
    unwrap(root)
    settle_fields(root, ledger)
    settle_ruby(root, ledger)
    _report_chunks(root, ledger)
    settle_symbols(root)
    settle_characters(root)
    take_apart(story)
    _check_tables(root)
    write_numbers(root, look.definitions, look.styles)
    settle_styles(root, look.styles)


def _report_chunks(root: Element, ledger: Ledger) -> None:
    """Report other documents that Word would read in when it opens this one."""
    for chunk in list(root.iter(f"{W}altChunk")):
        ledger.say(RemarkKind.LOST, "chunk", place_of(chunk.getprevious()))
        drop(chunk)


def _check_tables(root: Element) -> None:
    """Refuse tables in tables without end, and narrow cells that are wider than any table."""
    for table in root.iter(f"{W}tbl"):
        if sum(1 for _ in table.iterancestors(f"{W}tbl")) > DEEPEST_TABLE:
            raise RefusedDocumentError("intake_word.refused.too_deep")
    for span in root.iter(f"{W}gridSpan"):
        width = number_of(value_of(span), 1)
        span.set(VAL, str(min(max(width, 1), WIDEST_TABLE)))


def _report_package(parts: WordParts, ledger: Ledger) -> None:
    comments = parts.tree(COMMENTS)
    if comments is not None:
        count_comments(comments, ledger)
    if any(name.lower().endswith(_MACROS) for name in parts.names()):
        ledger.say(RemarkKind.LOOK, "macros")


def _relations(parts: WordParts, ledger: Ledger) -> dict[str, Element]:
    """Give the parts of relations that point outside, without that."""
    changed = {}
    for name in dict.fromkeys(parts.names()):
        if not name.endswith(".rels") or b"External" not in parts.data(name):
            continue
        root = parts.tree(name)
        if root is not None:
            close_relations(root, ledger)
            changed[name] = root
    return changed


def _write(parts: WordParts, target: Path, changed: Mapping[str, Element]) -> None:
    """Write the parts that pandoc reads: text, styles, lists, what they refer to, and pictures."""
    names = set(parts.names())
    wanted = {*FRAME, *changed} | {relations_part(name) for name in STORIES}
    for name in STORIES:
        wanted |= {part for part in targets(parts, name).values() if not part.endswith(".xml")}
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(wanted & (names | set(changed))):
            if name in changed:
                written = etree.tostring(changed[name], encoding="UTF-8", xml_declaration=True)
                archive.writestr(name, written, zipfile.ZIP_DEFLATED, _FASTEST)
            else:
                archive.writestr(name, parts.data(name))
