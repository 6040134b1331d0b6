"""Styles that pandoc takes for more than they say."""

from pathlib import Path

import pytest

from generator.intake.prose.tree import text_of
from tests.intake.word.samples import HEAD, NAMESPACES, STYLES, docx, paragraph, tree_of

TITLE = '<w:pStyle w:val="a"/>'
TITLED = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>'
EMPTY = "<w:r/>"
BLANK = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


@pytest.mark.parametrize(
    ("titles", "title", "below"),
    [
        (["示例公司", "精益管理的经验"], "示例公司", "精益管理的经验"),
        (["精益管理的经验", EMPTY], "精益管理的经验", ""),
        ([EMPTY, BLANK, "精益管理的经验", BLANK], "精益管理的经验", ""),
        (["一", EMPTY, "二", "三"], "一", "二 三"),
    ],
)
def test_a_title_in_several_paragraphs_loses_none(
    tmp_path: Path, titles: list[str], title: str, below: str
) -> None:
    body = "".join(paragraph(each, TITLE) for each in titles) + paragraph("正文")
    styles = f"{HEAD}<w:styles {NAMESPACES}>{STYLES}{TITLED}</w:styles>"
    tree, _ = tree_of(docx(tmp_path / "a.docx", body, {"word/styles.xml": styles}))
    assert text_of(tree["meta"]["title"]["c"]) == title
    assert text_of(tree["blocks"]) == f"{below} 正文".strip()
