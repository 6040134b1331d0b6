"""Every kind of Word document is sound, and the check sees when one is not."""

from dataclasses import replace

import pytest

from generator.publication.blocks.tree import (
    Alert,
    BodyTree,
    Cell,
    Formula,
    ListBlock,
    NoteMark,
    Paragraph,
    Table,
    Text,
)
from generator.publication.word.case import write_case
from generator.publication.word.pandoc import Pandoc
from generator.publication.zipping import pack
from tests.publication.sameness import sampler
from tests.publication.word.docx import Docx
from tests.publication.word.samples import EVERYTHING, IMPRINT, cell, chapter_of, para
from tests.publication.word.soundness import faults


def nested(depth: int) -> ListBlock:
    inner = (nested(depth - 1),) if depth > 1 else ()
    return ListBlock(((para(f"层{depth}"), *inner),), is_ordered=depth % 2 == 0)


def tables(depth: int) -> Table:
    inner = Cell((tables(depth - 1),)) if depth > 1 else cell("底")
    return Table(2, (), ((cell("甲"), inner),))


CALLS = tuple(one for n in range(200) for one in (Text(f"文{n}"), NoteMark(n + 1)))
BODIES = {
    "everything": EVERYTHING,
    "deep lists": BodyTree((nested(12), Alert("note", "提示", (nested(12),)))),
    "deep tables": BodyTree((tables(6), Table(2, (), ((Cell((nested(4),)), cell("")),)))),
    "rows": BodyTree((Table(2, (), tuple((cell(str(n)), cell("值")) for n in range(500))),)),
    "columns": BodyTree((Table(63, (), (tuple(cell(str(n)) for n in range(63)),)),)),
    "notes": BodyTree((Paragraph(CALLS),), tuple((para(f"注{n}"),) for n in range(200))),
    "formulas": BodyTree((Formula(r"\frac{1}{" * 200 + "x" + "}" * 200), Formula("a" * 5000))),
    "long words": BodyTree((para("w" * 10000), Table(1, (), ((cell("字" * 10000),),)))),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_case_is_sound(name: str, pandoc: Pandoc) -> None:
    assert faults(Docx(write_case(chapter_of(BODIES[name]), IMPRINT, pandoc))) == []


def test_the_sampler_is_sound(pandoc: Pandoc) -> None:
    assert faults(Docx(write_case(sampler.chapter(), sampler.IMPRINT, pandoc))) == []


HOSTILE = '\x00\x0b\u202e\ud800]]>{{ x }}{% y %}😀\\* MERGEFORMAT "q" <b>&amp;'


def test_hostile_names_are_only_names(pandoc: Pandoc) -> None:
    chapter = replace(
        chapter_of(BodyTree((para(HOSTILE),))),
        title=HOSTILE,
        byline=HOSTILE,
        mark=HOSTILE,
        methods=(HOSTILE,),
    )
    made = Docx(write_case(chapter, IMPRINT, pandoc))
    assert faults(made) == []
    said = '\u202e]]>{{ x }}{% y %}😀\\* MERGEFORMAT "q" <b>&amp;'
    assert made.text_in("Title") == [said]


_BODY = "word/document.xml"
DAMAGES = {
    "no style": (_BODY, b'"BodyText"', b'"Lost"'),
    "no numbering": (_BODY, b'numId w:val="1', b'numId w:val="7'),
    "columns": (_BODY, b"</w:tblGrid>", b"<w:gridCol/></w:tblGrid>"),
    "no relation": ("word/_rels/document.xml.rels", b'Id="rId', b'Id="lost'),
    "no type": ("[Content_Types].xml", b'"/word/media/', b'"/word/lost/'),
    "times": (_BODY, b"<wp:docPr ", b'<wp:docPr id="7"/><wp:docPr id="7"/><wp:docPr '),
    "bookmarks": (_BODY, b"<w:bookmarkEnd ", b"<w:end "),
    "field": (_BODY, b'"begin"', b'"separate"'),
}


@pytest.mark.parametrize("fault", DAMAGES)
def test_damage_is_seen(fault: str, everything: Docx) -> None:
    name, old, new = DAMAGES[fault]
    members = dict(everything.members)
    members[name] = members[name].replace(old, new)
    assert members[name] != everything.members[name]
    assert any(fault in one for one in faults(Docx(pack(members.items()))))
