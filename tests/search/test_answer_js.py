"""The browser answers as Python does, from the same files."""

import random
from typing import Any

import pytest

from generator.search.nearest import nearest
from generator.search.ranking import NEAR, Tier, rerank
from tests.search.answering import FILES, Published, published
from tests.search.javascript import run

ANSWERS = """
const all = given.texts.reduce((before, text) => before.then((found) =>
  answer(parseQuery(text), columns).then((one) => {
    const rows = Array.from(columns.sorted(one.mask, "relevance", one.scores));
    return found.concat({
      rows, total: one.total, exact: one.exact, byPinyin: one.byPinyin,
      scores: rows.map((row) => one.scores[row]),
      unproven: rows.map((row) => one.unproven(row).map((word) => word.folded)),
      counts: one.finds.map((word) => word.count),
      near: nearest(one, columns).map((near) => [near.kind, near.label]),
    });
  })), Promise.resolve([]));
return all;
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published(tmp_path_factory.mktemp("answering"), 60)


def ours(held: Published, text: str) -> dict[str, Any]:
    found = held.answer(text)
    rows = found.rows
    return {
        "rows": rows,
        "total": len(rows),
        "exact": found.is_exact,
        "byPinyin": found.by_pinyin,
        "scores": [int(found.scores[row]) for row in rows],
        "unproven": [[word.folded for word in found.unproven(row)] for row in rows],
        "counts": [find.count for find in found.finds],
        "near": [
            [near.kind, near.label]
            for near in nearest([word.folded for word in found.lost], held.searched)
        ],
    }


def test_constants_are_the_same() -> None:
    got = run(FILES, "return [TIERS, NEAR];")
    assert got[0] == {tier.name.lower(): tier.value for tier in Tier}
    assert got[1] == list(NEAR)


def test_200_queries_are_answered_alike(held: Published) -> None:
    texts = held.queries(11, 200)
    texts += [
        "六西格码 精益生产模示",
        "hubei",
        "hubei 质量",
        "-hubei",
        "zlgl",
        "質量 標杆",
        "-質量",
        "質量 鑫鑫鑫",
        "ISO 9001",
        "\ufdd0",
        "质量\ufdd0管理",
        "2021-001",
        *(pieces[1] for pieces in held.pieces[:5]),
    ]
    got = held.in_browser(ANSWERS, texts=texts)
    differ = [
        (text, theirs, expected)
        for text, theirs in zip(texts, got, strict=True)
        if theirs != (expected := ours(held, text))
    ]
    assert differ == []
    assert sum(bool(one["rows"]) for one in got) > 60
    assert any(one["near"] for one in got)
    assert any(one["byPinyin"] for one in got)


def test_traditional_characters_cost_their_table_only_when_a_word_finds_nothing(
    held: Published,
) -> None:
    body = """
    const asked = (text) => answer(parseQuery(text), columns).then((one) => [
      one.total, one.query.words[0].folded,
      given.asked.some((url) => url.indexOf(given.table) >= 0),
    ]);
    return asked("质量").then((one) => asked("質量").then((two) => [one, two]));
    """
    table = held.index.manifest["traditional"]
    plain, traditional = held.in_browser(body, table=table)
    assert plain == [traditional[0], "质量", False]
    assert traditional[1:] == ["质量", True]
    assert plain[0] > 0


def test_without_texts_names_answer(held: Published) -> None:
    body = """
    return answer(parseQuery(given.text), Object.assign(columns, { kind: "term" }))
      .then((one) => [one.total, one.exact]);
    """
    count = int((held.searched.tiers("湖北") > 0).sum())
    assert held.in_browser(body, text="湖北") == [count, True]
    assert held.in_browser(body, text="湖北zz") == [0, True]


def test_another_kind_is_searched_by_its_names(held: Published) -> None:
    body = """
    const lists = [["六西格玛讲解", "海尔集团", "。"], ["海尔的六西格玛。"], ["其他"], [""]];
    const kind = { kind: "video", count: 4, lists };
    return answer(parseQuery("六西格玛 海尔 -其他"), kind)
      .then((one) => [Array.from(one.mask), Array.from(one.scores)]);
    """
    assert held.in_browser(body) == [[1, 1, 0, 0], [450, 600, 0, 0]]


def test_names_folded_together_are_names_folded_one_by_one(held: Published) -> None:
    names = ["", "。", "A。", "。b ", "甲\ufdd0乙", "ﬁ－ﾊﾞ", "\u0301x", "é", "", "终、"]
    body = """
    const group = nameGroup("x", 1, given.names.map((name) => [name]), []);
    return [group.folded, given.names.map((name) => fold(name.replace("\ufdd0", "")))];
    """
    together, single = held.in_browser(body, names=names)
    assert together == single


def test_rows_of_a_page_are_put_in_order_alike(held: Published) -> None:
    chance = random.Random(5)
    trials: list[dict[str, Any]] = []
    for _ in range(30):
        rows = chance.sample(range(len(held.pieces)), 12)
        scores = sorted((chance.choice((10, 20, 300)) for _ in rows), reverse=True)
        words = [word for word in held.words(chance.randrange(10**6), 3) if "·" not in word]
        texts = [held.pieces[row] if chance.random() < 0.9 else None for row in rows]
        trials.append({"rows": rows, "scores": scores, "words": words, "texts": texts})
    body = """
    return given.trials.map((one) => {
      const scores = [];
      one.rows.forEach((row, place) => { scores[row] = one.scores[place]; });
      const query = { words: one.words.map((folded) => ({ folded })) };
      return rerank(one.rows, one.texts, query, scores);
    });
    """
    got = held.in_browser(body, trials=trials)
    expected = [
        rerank(one["rows"], [text or [] for text in one["texts"]], one["words"], one["scores"])
        for one in trials
    ]
    assert got == expected
    assert any(one["rows"] != order for one, order in zip(trials, got, strict=True))
