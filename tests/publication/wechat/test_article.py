"""Articles for official accounts: kept by the editor, complete, and with no way out of WeChat."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.publication.blocks.plain import inline_text, plain_text
from generator.publication.blocks.tree import (
    BodyTree,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Link,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Text,
)
from generator.publication.manuscripts.chapter import Chapter
from generator.publication.manuscripts.official import OfficialManuscript
from generator.publication.wechat.article import article
from generator.publication.wechat.case import case_article
from generator.publication.wechat.formulas import FormulaPicture
from generator.publication.wechat.page import Article, qr_png
from tests.publication.manuscripts.official_papers import SITE, manuscript
from tests.publication.sameness import sampler
from tests.publication.wechat.keeping import Pasted

BODY = """见[说明](https://a.example/x)。

1. 一条[^1]

| 甲 | 乙 |
| --- | ---: |
| 1 | 2 |

[^1]: 脚注。
"""
PNG = b"\x89PNG\r\n\x1a\n"


def draw(path: Path) -> bytes:
    return PNG + path.name.encode()


def copied(made: Article) -> str:
    """Give what is on the clipboard after all was selected: the box above cannot be."""
    return made.html[
        made.html.rindex('<section style="max-width:677px') : made.html.index("</body>")
    ]


def guide(made: Article) -> str:
    return made.html[made.html.index("<body") : made.html.rindex('<section style="max-width:677px')]


@pytest.fixture(scope="module")
def notice_manuscript() -> OfficialManuscript:
    return manuscript(BODY, site=SITE, cases=["2022-001", "2022-010"])


@pytest.fixture(scope="module")
def notice(notice_manuscript: OfficialManuscript) -> Article:
    return article(notice_manuscript, draw)


@pytest.fixture(scope="module")
def chapter() -> Chapter:
    return sampler.chapter()


@pytest.fixture(scope="module")
def case(chapter: Chapter) -> Article:
    return case_article(chapter, draw)


def test_the_editor_keeps_all_of_an_article(notice: Article, case: Article) -> None:
    for made in (notice, case):
        pasted = Pasted(copied(made))
        assert pasted.dropped == []
        assert pasted.open == []


def test_nothing_leads_out_and_nothing_runs(notice: Article, case: Article) -> None:
    for made in (notice, case):
        assert not re.search(r"<(?:script|link|style|iframe|a|form|object|svg)\b", made.html)
        assert not re.search(r"""(?:href|on\w+|src)=["']?(?:https?:|//|data:)""", made.html)
        assert not re.search(r"url\(|@import|position|float|javascript:", made.html)


def test_pictures_lie_beside_and_the_editor_is_told_where_they_go(case: Article) -> None:
    named = Pasted(copied(case)).pictures
    assert sorted(named) == sorted(case.files)
    assert len(named) == len(set(named)) >= 2
    for name in named:
        assert re.fullmatch(r"[a-z0-9-]+\.(png|jpg|gif)", name)
        assert f"{name}：" in guide(case)
    assert "“图1" in guide(case), "a figure is named by its caption"


def test_the_text_of_a_notice_is_that_of_the_manuscript(
    notice: Article, notice_manuscript: OfficialManuscript
) -> None:
    made, said = notice_manuscript, Pasted(copied(notice)).text
    body = plain_text(made.body.blocks, made.body.notes)
    parts = [
        made.mark,
        made.banner,
        made.document_number,
        made.title,
        made.addressee,
        *body.split("\n"),
        *(fact.line for fact in made.facts),
        made.issuer,
        made.date,
        made.annotation,
        *(inline_text(line) for line in made.colophon),
    ]
    for annex in made.annexes:
        assert annex.listing is not None
        parts += [annex.title, *annex.listing.columns, *annex.listing.notes]
        parts += [value for group in annex.listing.groups for row in group.rows for value in row]
    for part in parts:
        assert "".join(part.replace("见说明。", "见说明[1]。").split()) in said, part
    assert "[1]https://a.example/x" in said, "the address of a link is told at the end"


def test_the_text_of_a_case_is_that_of_the_chapter(chapter: Chapter, case: Article) -> None:
    said = re.sub(r"\[\d+\]", "", Pasted(copied(case)).text)
    body = (*chapter.summary, *chapter.body.blocks, *chapter.appendix)
    for part in (chapter.mark, chapter.title, chapter.byline, *plain_text(body).splitlines()):
        for words in part.split("\t"):
            assert "".join(words.split()) in said, words


def test_every_kind_of_block_is_set() -> None:
    blocks = (
        Quote((Paragraph((Text("引"),)),)),
        Definitions((((Text("词"),), (Paragraph((Text("义"),)),)),)),
        CodeBlock("a < b\n  c"),
        Formula("x<y"),
        Rule(),
        Figure(Picture(None, "无图")),
        Paragraph((Picture(None, "图中无"), NoteMark(1), Link("#x", (Text("内"),)))),
    )
    made = manuscript()
    chapter = sampler.chapter()
    bare = replace(chapter, summary=(), appendix=(), body=BodyTree(blocks, ((CodeBlock("注"),),)))
    pasted = Pasted(copied(case_article(bare, draw)))
    assert pasted.dropped == []
    for words in ("引", "词", "义", "a<b", "x<y", "无图", "图中无", "内", "注"):
        assert words in pasted.text
    assert made.mark in Pasted(copied(article(made, draw))).text


def test_a_formula_is_a_picture_where_there_is_one() -> None:
    tree = BodyTree((Paragraph((Text("设"), Formula("a_1"))),))
    made = case_article(
        replace(sampler.chapter(), body=tree), draw, {"a_1": FormulaPicture(PNG, 2.5)}
    )
    assert made.files["2022-001-1.png"] == PNG
    assert 'alt="a_1" style="width:2.5em' in made.html
    assert "公式 a_1 处" in guide(made)


def test_nothing_in_a_text_is_markup() -> None:
    hostile = '<script>alert(1)</script>"&<img src=x onerror=y>'
    made = article(manuscript(issuer=hostile, title=hostile, addressee=hostile), draw)
    assert "<script" not in made.html
    assert Pasted(copied(made)).dropped == []
    assert "".join(hostile.split()) in Pasted(copied(made)).text


def test_the_code_is_that_of_the_page(notice: Article, tmp_path: Path) -> None:
    name = "2022-09-03-publicity-demo-qr.png"
    address = f"{SITE}notices/2022-09-03-publicity-demo/"
    assert notice.files[name] == qr_png(address) != qr_png(f"{address}x")
    (tmp_path / name).write_bytes(notice.files[name])
    with Image.open(tmp_path / name) as image:
        assert image.width == image.height >= 29 * 8
    assert name in copied(notice)
    assert not article(manuscript(), draw).files, "no code without an address"


def test_the_box_above_is_not_copied(notice: Article) -> None:
    assert "user-select:none" in guide(notice)
    assert "Ctrl+A" in guide(notice)
    assert "Ctrl+A" not in copied(notice)
    assert "标题栏填写：示例：关于" in guide(notice)


def test_an_article_is_the_same_every_time(
    notice: Article, notice_manuscript: OfficialManuscript
) -> None:
    assert article(notice_manuscript, draw) == notice
