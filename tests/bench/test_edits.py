from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.edits import Editor, remark, retitled, with_remark
from tests.bench.layouts import LAYOUTS, write_project
from tests.bench.synthesis import make_case, stock


@given(st.integers(0, 10_000), st.integers(0, 20))
def test_a_title_changes_each_turn_and_keeps_its_form(index: int, turn: int) -> None:
    title = make_case(index).title
    now, then = retitled(title, turn), retitled(title, turn + 1)
    assert now != then
    assert now.startswith(tuple(stock()["opening"]))
    assert retitled(title, len(stock()["opening"]) * turn) == title


def test_an_edit_of_the_body_replaces_the_one_before() -> None:
    text = "---\ntitle: t\n---\n\n## 一、企业概况\n\n第一段。\n\n## 二、实施背景\n\n第二段。\n"
    once = with_remark(text, 1)
    assert once.replace(remark(1), "") == text
    assert f"## 一、企业概况\n\n{remark(1)}第一段。" in once
    assert with_remark(once, 2) == once.replace(remark(1), remark(2))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_edits_reach_the_file_of_every_layout(layout: str, tmp_path: Path) -> None:
    write_project(layout, tmp_path, 3)
    editor = Editor(tmp_path, layout, 1)
    file = tmp_path / editor.source
    before = file.read_text(encoding="utf-8")
    assert editor.title in before
    sentence = editor.edit_body()
    assert file.read_text(encoding="utf-8").replace(sentence, "") == before
    old, new = editor.title, editor.edit_title()
    assert old != new == editor.title
    text = file.read_text(encoding="utf-8")
    assert new in text
    assert old not in text
    assert sentence in text
