from pathlib import Path

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.intake.prose.cleaning import clean
from generator.intake.prose.saying import Report
from generator.intake.prose.tree import string, text_of
from tests.intake.prose.documents import BODY, Word, keys, markdown


def written(tmp_path: Path, word: Word) -> list[str]:
    lines = markdown(word.taken(tmp_path)).split("\n\n")
    return [line.strip() for line in lines if line.strip()]


def test_indents_double_spaces_and_breaks_go(tmp_path: Path) -> None:
    word = Word().sections().text("　　前面  有空格，\n接着说。", "", "   ")
    assert written(tmp_path, word)[-1] == "前面 有空格，接着说。"


def test_a_break_between_latin_words_is_a_space(tmp_path: Path) -> None:
    assert (
        written(tmp_path, Word().sections().text("SPC\nMSA 两种方法。"))[-1] == "SPC MSA 两种方法。"
    )


def test_a_break_after_a_sentence_ends_the_paragraph(tmp_path: Path) -> None:
    assert written(tmp_path, Word().sections().text("先测量。\n再分析。"))[-2:] == [
        "先测量。",
        "再分析。",
    ]


def test_bold_is_one_and_off_headings(tmp_path: Path) -> None:
    word = Word()
    paragraph = word.document.add_paragraph()
    for piece in ("一、企", "业", "概况"):
        paragraph.add_run(piece).bold = True
    word.text(BODY)
    lead = word.document.add_paragraph()
    for piece in ("做法", "一："):
        lead.add_run(piece).bold = True
    lead.add_run("统一编码。").underline = True
    lines = written(tmp_path, word)
    assert lines[0] == "## 企业概况"
    assert lines[-1] == "**做法一：**统一编码。"


def test_a_whole_bold_paragraph_stays_bold(tmp_path: Path) -> None:
    word = Word().sections().bold("以上措施使废品率下降，客户满意。")
    assert written(tmp_path, word)[-1] == "**以上措施使废品率下降，客户满意。**"


def link(word: Word, address: str, words: str) -> Word:
    paragraph = word.document.add_paragraph("见")
    relation = word.document.part.relate_to(
        address,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), relation)
    run = paragraph.add_run(words)._r
    element.append(run)
    paragraph._p.append(element)
    return word


@pytest.mark.parametrize(
    ("address", "expected", "remark"),
    [
        ("https://www.example.com/a?b=1", "见[这里](https://www.example.com/a?b=1)", None),
        ("mailto:zhang@example.com", "见这里", "mail"),
        ("javascript:alert(1)", "见这里", "link"),
        ("file:///etc/passwd", "见这里", "link"),
        ("http://[", "见这里", "link"),
    ],
)
def test_only_web_addresses_stay_links(
    address: str, expected: str, remark: str | None, tmp_path: Path
) -> None:
    made = link(Word().sections(), address, "这里").taken(tmp_path)
    assert markdown(made).strip().endswith(expected)
    assert remark is None or remark in keys(made)
    assert remark is not None or not {"mail", "link"} & set(keys(made))


def test_what_looks_like_a_template_is_text(tmp_path: Path) -> None:
    assert written(tmp_path, Word().sections().text("模板写作{{ x }}与{% y %}。"))[-1] == (
        "模板写作{{ x }}与{% y %}。"
    )


def test_unseen_characters_go_and_private_ones_are_told() -> None:
    report = Report()
    assert text_of(clean([string("质\u200b量\ufeff\u00ad\ue00a标杆")], report)) == "质量标杆"
    assert [remark.key for remark in report.remarks] == ["intake_prose.remark.symbol"]


def test_raw_markup_is_left_out_and_told() -> None:
    report = Report()
    raw = {"t": "RawInline", "c": ["html", "<script>坏</script>"]}
    assert clean([string("好"), raw], report) == [string("好")]
    assert report.left_out == ["<script>坏</script>"]


def test_word_lists_stay_lists(tmp_path: Path) -> None:
    word = Word().sections().text(BODY).styled("List Bullet", "并列的一项", "并列的另一项")
    assert markdown(word.taken(tmp_path)).strip().endswith("- 并列的一项\n- 并列的另一项")
