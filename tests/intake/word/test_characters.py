"""What a reader of the document sees, counted."""

from collections import Counter
from pathlib import Path

from generator.intake.word.characters import han_characters
from generator.intake.word.parts import open_word
from tests.intake.word.samples import (
    HEAD,
    NAMESPACES,
    docx,
    level,
    markdown_of,
    numbered,
    numbering,
    paragraph,
    run,
)
from tests.intake.word.test_drawings import box, drawing, vml_box
from tests.intake.word.test_fields import ENTRIES, field
from tests.intake.word.test_revisions import DELETED, ruby


def _counted(path: Path) -> str:
    with open_word(path) as parts:
        return "".join(sorted(han_characters(parts).elements()))


def test_only_what_is_visible_counts(tmp_path: Path) -> None:
    twice = (
        f"<mc:AlternateContent><mc:Choice>{drawing(box(paragraph('框')))}</mc:Choice>"
        f"<mc:Fallback>{vml_box(paragraph('框'))}</mc:Fallback></mc:AlternateContent>"
    )
    notes = "".join(
        f'<w:footnote w:id="{key}">{paragraph(text)}</w:footnote>'
        for key, text in ((1, "注"), (2, "孤"))
    )
    body = (
        paragraph("目录")
        + ENTRIES
        + numbered(
            run("见a1，")
            + run("隐", "<w:vanish/>")
            + f"<w:moveFrom>{run('移')}</w:moveFrom>{DELETED}"
            + field(" SEQ 图 ", "三")
            + twice
            + '<w:r><w:footnoteReference w:id="1"/></w:r>'
            + "<m:oMath><m:r><m:t>率</m:t></m:r></m:oMath>"
            + ruby("音", "字")
        )
    )
    parts = {
        "word/footnotes.xml": f"{HEAD}<w:footnotes {NAMESPACES}>{notes}</w:footnotes>",
        "word/numbering.xml": numbering(level(0, "chineseCounting", "第%1章")),
    }
    path = docx(tmp_path / "a.docx", body, parts)
    assert _counted(path) == "".join(sorted("见三框注率字"))
    written = markdown_of(path)[0]
    assert not Counter("见三框注率字") - Counter(written)


def test_a_field_without_an_end_hides_nothing(tmp_path: Path) -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("甲"))
    assert _counted(docx(tmp_path / "a.docx", body)) == "甲"
