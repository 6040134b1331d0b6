"""Footnotes."""

import html5lib

from tests.rendering.tools import body, html

TEXT = "甲[^a]，乙[^乙]，再[^a]。\n\n[^a]: 注一\n[^乙]: 注二\n\n    - 列表\n"


def test_references_point_to_notes_and_back() -> None:
    tree = html5lib.parseFragment(html(TEXT), namespaceHTMLElements=False)
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    targets = [a.get("href") for a in tree.iter("a")]
    assert ids == {"fn-1", "fn-2", "fnref-1", "fnref-2", "fnref-1-2"}
    assert targets == ["#fn-1", "#fn-2", "#fn-1", "#fnref-1", "#fnref-1-2", "#fnref-2"]


def test_labels_are_chinese() -> None:
    rendered = html(TEXT)
    assert '<section class="footnotes" role="doc-endnotes" aria-label="脚注">' in rendered
    assert 'id="fnref-1-2" role="doc-noteref" aria-label="脚注1">1</a>' in rendered
    assert 'aria-label="返回正文中脚注2处"' in rendered
    assert "Back to" not in rendered


def test_lists_in_a_note_are_not_notes() -> None:
    assert html(TEXT).count("<li id=") == 2


def test_note_without_reference_is_left_out_and_reference_without_note_is_text() -> None:
    assert html("甲[^x]\n\n[^y]: 注") == "<p>甲[^x]</p>"


def test_forged_list_item_gets_no_id() -> None:
    rendered = html("甲[^a]\n\n[^a]: 注 <ul><li data-footnote-item id=x>乙</li></ul>\n")
    assert rendered.count("<li id=") == 1


def test_footnotes_do_not_count() -> None:
    with_note = body("## 节一\n\n甲乙[^1]\n\n[^1]: 很长的注释文字\n")
    assert with_note.sections[0].characters == 2
