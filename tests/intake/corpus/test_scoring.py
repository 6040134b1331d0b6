"""The measure measured: a draft that is right scores in full, and every fault lowers its figure."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.intake.corpus import pictures
from tests.intake.corpus.content import Figure, Heading, Items, Paragraph, Table, seen
from tests.intake.corpus.drafts import Outcome, see, squeezed
from tests.intake.corpus.recipes import recipes
from tests.intake.corpus.scoring import Score, Share, score
from tests.intake.corpus.truth import Truth, truth_of

CONTENT = recipes()[0].content
TRUTH = truth_of(CONTENT)
FILES = {
    block.picture.name: block.picture.data for block in CONTENT.blocks if isinstance(block, Figure)
}


def _table(table: Table) -> str:
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td colspan="{cell.columns}" rowspan="{cell.rows}">{cell.text}</td>' for cell in cells
        )
        + "</tr>"
        for cells in table.rows
    )
    return f"表：{table.caption}\n\n<table>{rows}</table>"


def _escaped(words: str) -> str:
    return "".join(f"\\{one}" if one in r"\`*_{}[]<>()#+-.!|~$" else one for one in words)


def _blocks() -> list[str]:
    found = []
    for block in CONTENT.blocks:
        match block:
            case Heading(level=level, text=words):
                found.append(f"{'#' * (level + 1)} {words}")
            case Paragraph():
                found.append(_escaped(seen(block)))
            case Figure(picture=picture, caption=caption):
                found.append(f"![{caption}](2022-001/{picture.name})")
            case Items(texts=texts):
                found.append("\n".join(f"- {words}" for words in texts))
            case Table():
                found.append(_table(block))
            case _:
                raise TypeError(block)
    return found


def draft(blocks: Sequence[str]) -> str:
    return f"---\ntitle: {CONTENT.title}\n---\n\n" + "\n\n".join(blocks) + "\n"


RIGHT = _blocks()


def scored(blocks: Sequence[str], files: dict[str, bytes] | None = None) -> Score:
    return score(TRUTH, Outcome(draft(blocks), (), FILES if files is None else files))


def test_a_right_draft_scores_in_full() -> None:
    found = scored(RIGHT)
    shares = (found.recall, found.precision, found.cells, found.tables, found.pictures)
    assert all(one.of and one.right == one.of for one in (*shares, found.captions, found.facts))
    assert found.han.value == 1
    assert found.missing == found.leaks == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [("## 实施背景", "### 实施背景"), ("## 实施背景", "实施背景"), ("## 实施背景", "## 背景")],
)
def test_a_wrong_heading_lowers_recall(old: str, new: str) -> None:
    found = scored([new if block == old else block for block in RIGHT])
    assert found.recall.right == found.recall.of - 1


def test_an_invented_heading_lowers_precision() -> None:
    found = scored([*RIGHT, "### 一、二级供应商"])
    assert found.precision.right == found.precision.of - 1
    assert found.recall.value == 1


def test_a_lost_paragraph_is_missing_and_the_report_can_say_it() -> None:
    at = next(n for n, block in enumerate(RIGHT) if block.startswith("###")) - 1
    left = [*RIGHT[:at], *RIGHT[at + 1 :]]
    found = scored(left)
    assert found.han.right < found.han.of
    assert found.missing == found.han.of - found.han.right
    told = score(TRUTH, Outcome(draft(left), (RIGHT[at],), FILES))
    assert told.missing == 0
    assert told.han == found.han


def test_a_wrong_cell_and_a_lost_table_are_counted() -> None:
    wrong = scored([block.replace(">96.2<", ">69.2<") for block in RIGHT])
    assert wrong.cells.right == wrong.cells.of - 1
    lost = scored([block for block in RIGHT if "主导产品" not in block])
    assert lost.cells.of - lost.cells.right == 30
    assert lost.captions.right == lost.captions.of - 1


def test_pictures_are_compared_by_their_bytes_and_order() -> None:
    name = next(iter(FILES))
    assert scored(RIGHT, {**FILES, name: b"\x89PNG other"}).pictures.right == 1
    assert scored([*RIGHT, f"![](x/{name})"]).pictures == Share(2, 3)


def test_a_vector_picture_must_be_one_that_browsers_show() -> None:
    figure = Figure(pictures.emf(1), "趋势")
    truth = truth_of(replace(CONTENT, blocks=(figure,)))
    outcome = Outcome("![趋势](a/x.svg)", (), {"x.svg": b'<?xml version="1.0"?><svg/>'})
    assert score(truth, outcome).pictures == Share(1, 1)
    raw = replace(outcome, pictures={"x.svg": pictures.emf(1).data})
    assert score(truth, raw).pictures == Share(0, 1)


def test_what_may_not_come_over_is_a_leak() -> None:
    truth = replace(TRUTH, unseen=("约百分之五",))
    outcome = Outcome(draft([*RIGHT, "约百分\n之五"]), (), FILES)
    assert score(truth, outcome).leaks == 1
    reported = Outcome(draft(RIGHT), ("删去“约百分之五”",), FILES)
    assert score(truth, reported).leaks == 1


def test_an_empty_draft_scores_nothing() -> None:
    found = score(TRUTH, Outcome(""))
    assert found.recall.right == found.cells.right == found.pictures.right == found.han.right == 0
    assert found.missing == TRUTH.han.total()
    assert score(Truth(), Outcome("")).recall.value == 1


@pytest.mark.parametrize(
    ("given", "is_right"),
    [("一、实施背景", True), ("实施背景", True), ("2实施背景", False), ("二实施背景", False)],
)
def test_a_number_is_no_fault_where_the_site_takes_it_off(given: str, is_right: bool) -> None:
    found = scored([f"## {given}" if block == "## 实施背景" else block for block in RIGHT])
    assert (found.recall.value == 1) is is_right
    assert (found.precision.value == 1) is is_right


def test_numbers_of_the_renderer_are_no_text_of_the_draft() -> None:
    assert squeezed(see("## 实施背景\n\n![趋势](x.png)").text) == "实施背景趋势"
