"""How many pages an answer looks at, and that it shows none that was not looked at."""

from typing import Any, Final

import pytest

from tests.search.javascript import run

FILES: Final = ["20-store.js", "82-find.js"]
# So many rows seem to have a word; `given.good` says of which rows it is true.
STUB: Final = """
const count = given.count;
let looked = [];
Object.assign(globalThis, {
  AT_ONCE: 6, PER_PAGE: 20, fold: (text) => text, sortOf: () => "newest", wordsOf: () => [],
  parseQuery: () => ({ words: [{ isNot: false }] }),
  fetchPieces: (uri) => {
    looked.push(+uri);
    return Promise.resolve([{ folded: given.good.indexOf(+uri) < 0 ? "" : "word" }]);
  },
  answer: (query) => {
    const mask = new Uint8Array(count).fill(1);
    const unproven = () => [{ folded: "word", isNot: false }];
    const finds = [{ count }];
    return Promise.resolve({ query, mask, total: count, exact: false, finds, unproven });
  },
});
openStore();
const source = () => ({
  kind: "case", uri: String, names: () => [], need: () => {}, hasText: () => false,
  order: (state, { mask }) => Array.from(mask.keys()).filter((row) => mask[row]),
});
const columns = source();
const show = (page, isNow = () => true) => {
  looked = [];
  return findKind({ q: "word", page, isNow }, columns).then((found) => ({
    shown: found.shown, page: found.page, isAbout: !!found.isAbout,
    total: found.rows.length, looked: looked.length,
  }));
};
"""


def finding(body: str, count: int, good: list[int]) -> Any:
    return run(FILES, STUB + body, {"count": count, "good": good})


def test_where_nearly_all_fail_the_search_ends_and_says_about() -> None:
    good = [3, 50, 90, 1400]
    first, again = finding(
        "return show(1).then((one) => show(1).then((two) => [one, two]));", 2000, good
    )
    assert first["looked"] == 600
    assert first["shown"] == good[:3]
    assert first["isAbout"]
    assert first["total"] == 2000 - 600 + 3
    assert again["shown"] == good[:3], "the next answer looks at the next ones"
    assert again["looked"] == 600


def test_of_few_all_are_looked_at() -> None:
    found = finding("return show(1);", 60, [5])
    assert (found["shown"], found["isAbout"], found["total"]) == ([5], False, 1)


@pytest.mark.parametrize("page", [1, 2, 5, 6, 7, 10, 11, 12, 30, 10**9])
@pytest.mark.parametrize("every", [1, 2, 9, 50])
def test_no_row_is_shown_that_was_not_proved(page: int, every: int) -> None:
    """Also where so many fail that the page moves to before what was looked at."""
    good = list(range(0, 700, every))
    found = finding(f"return show({page});", 700, good)
    assert set(found["shown"]) <= set(good)
    assert found["shown"]
    assert found["looked"] <= 600
    assert found["page"] <= page


def test_a_full_page_looks_at_no_more_than_it_needs() -> None:
    found = finding("return show(1);", 700, list(range(700)))
    assert found["looked"] == 20
    assert found["shown"] == list(range(20))


def test_a_void_turn_stops() -> None:
    found = finding("let left = 3; return show(1, () => left-- > 0);", 2000, [])
    assert found["looked"] <= 24


def test_answers_of_old_columns_are_not_those_of_new_ones() -> None:
    body = """
    const other = source();
    return Promise.all([ask(columns, "word"), ask(columns, "word"), ask(other, "word")])
      .then(([one, two, three]) => [one === two, one === three]);
    """
    assert finding(body, 10, []) == [True, False]


def test_answers_do_not_grow_without_end() -> None:
    body = """
    let asked = 0;
    const whole = answer;
    globalThis.answer = (query) => { asked++; return whole(query); };
    const texts = Array.from(Array(40).keys()).concat(39, 0);
    return texts.reduce((before, text) => (
      before.then(() => ask(columns, `w${text}`))), Promise.resolve()).then(() => asked);
    """
    assert finding(body, 10, []) == 41
