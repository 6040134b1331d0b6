"""A paper as a Word file: direct formatting as its author's habits make it."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from tests.intake.corpus import pictures
from tests.intake.corpus.content import Table
from tests.intake.corpus.makes import CHINESE, WORD, WPS, Headings, Make
from tests.intake.corpus.wordfile import table
from tests.intake.corpus.wordml import Package, paragraph, run, typed
from tests.intake.corpus.wordshapes import picture_run
from tests.intake.corpus.wordstyles import BULLETS, notes_part, numbering, styles
from tests.intake.heldout.papers import Line, Paper, merged

_NAMES: Final = {"word": WORD, "wps": WPS, "chinese": CHINESE}
_PIECES: Final = re.compile(r"(\*\*|⏎|⇥|\[\^.*?\])")
_BREAK: Final = "<w:r><w:br/></w:r>"
_TAB: Final = "<w:r><w:tab/></w:r>"
_PAGE: Final = '<w:r><w:br w:type="page"/></w:r>'
_INDENT: Final = '<w:ind w:firstLineChars="200" w:firstLine="560"/>'
_WEB: Final = (
    '<w:pBdr><w:top w:val="none" w:sz="0" w:space="0" w:color="auto"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
    '<w:spacing w:before="100" w:beforeAutospacing="1" w:after="100" w:afterAutospacing="1"/>'
)
_BOX: Final = (
    '<w:tbl><w:tblPr><w:tblW w:w="8300" w:type="dxa"/></w:tblPr><w:tblGrid>'
    '<w:gridCol w:w="8300"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="8300" w:type="dxa"/>'
    "</w:tcPr>{}</w:tc></w:tr></w:tbl>"
)
_FLOWING: Final = frozenset({"P", "H1", "H2", "H3", "H4", "H5"})


class _Writer:
    """One paper being written."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._package = Package()
        names, _, auto = paper.styles.partition("-")
        kind = Headings.STYLED_AUTO if auto else Headings.STYLED_TYPED
        self._make = Make(kind, _NAMES[names])

    def data(self) -> bytes:
        """Give the file."""
        blocks = list(self._blocks())
        if self._paper.frame == "cells":
            blocks = [_BOX.format(one) if one.startswith("<w:p>") else one for one in blocks]
            blocks = [one + paragraph("") for one in blocks]
        if self._paper.frame == "box":
            blocks = [_BOX.format("".join(blocks) + paragraph("")), paragraph("")]
        package = self._package
        package.add("styles.xml", styles(self._make), "styles", typed("styles"))
        numbers = numbering(self._make, 0)
        package.add("numbering.xml", numbers, "numbering", typed("numbering"))
        if package.notes:
            package.add("footnotes.xml", notes_part(package.notes), "footnotes", typed("footnotes"))
        return package.finish("".join(blocks))

    def _blocks(self) -> Iterator[str]:
        if self._paper.frame != "soft":
            yield from map(self._block, self._paper.lines)
            return
        for flowing, lines in groupby(self._paper.lines, lambda one: one.kind in _FLOWING):
            if flowing:
                yield paragraph(_BREAK.join(map(self._runs, lines)))
            else:
                yield from map(self._block, lines)

    def _block(self, line: Line) -> str:
        match line.kind:
            case "HEAD":
                return ""
            case "B":
                return paragraph(_PAGE if line.text == "page" else "")
            case "TABLE":
                return table(Table("", merged(line.rows), 0, marks_header=False))
            case "FIG" | "PAIR":
                shown = [pictures.png(int(number)) for number in line.text.split()]
                runs = "".join(picture_run(self._package, one) for one in shown)
                return paragraph(runs, '<w:jc w:val="center"/>')
            case "L":
                marks = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{BULLETS}"/></w:numPr>'
                return paragraph(self._runs(line), marks)
            case _:
                return paragraph(self._runs(line), self._properties(line.kind))

    def _look(self, kind: str) -> Mapping[str, str]:
        looks = self._paper.looks
        return (
            looks.get("P", {}) if kind not in looks and kind in {"X", "L"} else looks.get(kind, {})
        )

    def _properties(self, kind: str) -> str:
        look = self._look(kind)
        found = f'<w:pStyle w:val="{look["style"]}"/>' if "style" in look else ""
        found += _WEB if self._paper.frame == "web" else ""
        found += _INDENT if "indent" in look else ""
        align = next((side for side in ("center", "right") if side in look), "")
        return found + (f'<w:jc w:val="{align}"/>' if align else "")

    def _runs(self, line: Line) -> str:
        """Give the runs; where a line marks its bold itself, its look makes none."""
        look = self._look(line.kind)
        bold = "b" in look and "**" not in line.text
        found = []
        for piece in _PIECES.split(line.text.replace("|", "")):
            if piece == "**":
                bold = not bold
            elif piece == "⏎":
                found.append(_BREAK)
            elif piece == "⇥":
                found.append(_TAB)
            elif piece.startswith("[^"):
                found.append(self._note(piece[2:-1]))
            elif piece:
                found.append(run(piece, _format(look, bold=bold)))
        return "".join(found)

    def _note(self, words: str) -> str:
        self._package.notes.append(words)
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self._package.notes)}"/></w:r>'
        )


def _format(look: Mapping[str, str], *, bold: bool) -> str:
    found = ""
    if "font" in look:
        name = look["font"]
        found += f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}"/>'
    found += "<w:b/><w:bCs/>" if bold else ""
    found += f'<w:color w:val="{look["color"]}"/>' if "color" in look else ""
    found += f'<w:sz w:val="{look["sz"]}"/><w:szCs w:val="{look["sz"]}"/>' if "sz" in look else ""
    return found


def word_file(paper: Paper) -> bytes:
    """Give a paper as a .docx."""
    return _Writer(paper).data()
