"""Running text in WordprocessingML: spans, revisions, notes, fields, formulas."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.intake.corpus.content import Paragraph, Span, Way
from tests.intake.corpus.formulas import FORMULAS
from tests.intake.corpus.truth import COMMENT
from tests.intake.corpus.wordml import (
    Package,
    complex_field,
    paragraph,
    run,
    simple_field,
)
from tests.intake.corpus.wordshapes import link_id

BOLD: Final = "<w:b/><w:bCs/>"
INDENT: Final = '<w:ind w:firstLineChars="200" w:firstLine="560"/>'
SPACES: Final = "　　"
_BY: Final = 'w:author="编辑" w:date="2022-06-20T09:00:00Z"'
_ADDRESS: Final = "https://www.example.com/"


def text_paragraph(package: Package, block: Paragraph) -> str:
    """Give a paragraph of running text."""
    inner = "".join(_span(package, span) for span in block.spans)
    if block.spaces:
        return paragraph(run(SPACES) + inner)
    return paragraph(inner, INDENT)


def _span(package: Package, span: Span) -> str:
    words = span.text
    match span.way:
        case Way.NOTE:
            return _note(package, words)
        case Way.SPLIT:
            return _split(words)
        case Way.LINK:
            return f'<w:hyperlink r:id="{link_id(package, _ADDRESS)}">{run(words)}</w:hyperlink>'
        case way if way in _REVISED:
            return _revised(package, span)
    return _SIMPLE[span.way](words)


def _control(words: str) -> str:
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"


_SIMPLE: Final[Mapping[Way, Callable[[str], str]]] = {
    Way.PLAIN: run,
    Way.BOLD: lambda words: run(words, BOLD),
    Way.HIDDEN: lambda words: run(words, "<w:vanish/>"),
    Way.BREAK: lambda _: "<w:r><w:br/></w:r>",
    Way.FORMULA: lambda key: f"<m:oMath>{FORMULAS[key]}</m:oMath>",
    Way.CONTROL: _control,
    Way.SIMPLE_FIELD: lambda words: simple_field("DOCPROPERTY 单位", words),
    Way.COMPLEX_FIELD: lambda words: complex_field("REF _Ref1 \\h", words),
}
_REVISED: Final = frozenset(
    {Way.INSERTED, Way.DELETED, Way.COMMENTED, Way.MOVED_FROM, Way.MOVED_TO}
)


def _split(words: str) -> str:
    pieces = [words[at : at + 3] for at in range(0, len(words), 3)]
    marks = '<w:proofErr w:type="spellStart"/>'
    return marks.join(
        run(piece, '<w:rFonts w:hint="eastAsia"/>' if number % 2 else "")
        for number, piece in enumerate(pieces)
    )


def _note(package: Package, words: str) -> str:
    package.notes.append(words)
    return (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        f'<w:footnoteReference w:id="{len(package.notes)}"/></w:r>'
    )


def _revised(package: Package, span: Span) -> str:
    number = package.number() + 100
    mark = f'w:id="{number}" {_BY}'
    if span.way is Way.INSERTED:
        return f"<w:ins {mark}>{run(span.text)}</w:ins>"
    if span.way is Way.DELETED:
        return f"<w:del {mark}>{run(span.text, tag='delText')}</w:del>"
    if span.way is Way.COMMENTED:
        package.comments.append(COMMENT)
        own = f'w:id="{len(package.comments)}"'
        return (
            f"<w:commentRangeStart {own}/>{run(span.text)}<w:commentRangeEnd {own}/>"
            f"<w:r><w:commentReference {own}/></w:r>"
        )
    side = "From" if span.way is Way.MOVED_FROM else "To"
    return (
        f'<w:move{side}RangeStart {mark} w:name="move1"/>'
        f'<w:move{side} w:id="{number + 1000}" {_BY}>{run(span.text)}</w:move{side}>'
        f'<w:move{side}RangeEnd w:id="{number}"/>'
    )
