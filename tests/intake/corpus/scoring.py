"""How a draft does against the truth of its document."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Any, Final

from tests.intake.corpus.drafts import Grid, Outcome, Seen, see, squeezed
from tests.intake.corpus.formulas import MARKS
from tests.intake.corpus.truth import Facts, PictureTruth, Truth, grid, han

_VECTOR: Final = frozenset({"emf", "wmf"})


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float:
        """Give the share as a number; of nothing, all is right."""
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.right}/{self.of}" if self.of else "–"


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of one document, or of several."""

    recall: Share = Share()
    """Headings of the truth with their level that the draft has."""
    precision: Share = Share()
    """Headings of the draft that are true."""
    cells: Share = Share()
    tables: Share = Share()
    """Tables of the draft among those of the truth; more than there are count as wrong."""
    heads: Share = Share()
    """Tables whose header rows are as the author meant them."""
    pictures: Share = Share()
    """Pictures at their place in order, with their bytes where these can be shown."""
    captions: Share = Share()
    charts: Share = Share()
    """Values of charts, whether in the draft or in the report."""
    formulas: Share = Share()
    footnotes: Share = Share()
    facts: Share = Share()
    han: Share = Share()
    """Han characters of the body that stand in the draft."""
    missing: int = 0
    """… that stand neither in the draft nor in the report."""
    leaks: int = 0
    """Texts in the draft or the report that may not be there: deleted, hidden, private."""

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Score)))


def score(truth: Truth, outcome: Outcome) -> Score:
    """Examine what was made of a document."""
    seen = see(outcome.draft)
    report = "".join(outcome.remarks)
    texts = (seen.text, *(str(seen.front.get(key, "")) for key in ("title", "summary")))
    in_draft = truth.han - han(texts)
    total = truth.han.total()
    everything = squeezed(outcome.draft + report)
    private = (*truth.unseen, *(truth.facts.private if truth.facts else ()))
    recall, precision = _headings(truth, seen)
    cells, tables, heads = _tables(truth, seen)
    return Score(
        recall=recall,
        precision=precision,
        cells=cells,
        tables=tables,
        heads=heads,
        pictures=_pictures(truth.pictures, seen, outcome.pictures),
        captions=_captions(truth, seen),
        charts=_charts(truth, everything),
        formulas=Share(sum(_has_formula(seen, key) for key in truth.formulas), len(truth.formulas)),
        footnotes=Share(min(seen.footnotes, len(truth.footnotes)), len(truth.footnotes)),
        facts=_facts(truth, seen.front),
        han=Share(total - in_draft.total(), total),
        missing=(in_draft - han([report])).total(),
        leaks=sum(squeezed(one) in everything for one in private),
    )


def missing(truth: Truth, outcome: Outcome) -> Counter[str]:
    """Give the Han characters that stand neither in the draft nor in the report."""
    seen = see(outcome.draft)
    texts = (seen.text, *(str(seen.front.get(key, "")) for key in ("title", "summary")))
    return truth.han - han((*texts, *outcome.remarks))


def aligned(
    truth: Sequence[tuple[int, str]], given: Sequence[tuple[int, str]]
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Give the true headings that are missing, and the given ones that are wrong.

    A number that the renderer does not take off is a fault: the page would show two.
    """
    true = [(level, squeezed(words)) for level, words in truth]
    found = [(level, squeezed(words)) for level, words in given]
    matcher = SequenceMatcher(None, true, found, autojunk=False)
    lost, wrong = [], []
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind != "equal":
            lost += true[begin:end]
            wrong += found[start:stop]
    return lost, wrong


def _headings(truth: Truth, seen: Seen) -> tuple[Share, Share]:
    lost, wrong = aligned(truth.headings, seen.headings)
    total, given = len(truth.headings), len(seen.headings)
    return Share(total - len(lost), total), Share(given - len(wrong), given)


def _tables(truth: Truth, seen: Seen) -> tuple[Share, Share, Share]:
    """Compare each true table with the given one that it became."""
    wanted = [
        {place: squeezed(words) for place, words in grid(table).items()} for table in truth.tables
    ]
    pairs = _paired(wanted, seen.tables)
    right = sum(_equal(wanted[true], seen.tables[given]) for true, given in pairs)
    heads = sum(seen.head_rows[given] == truth.tables[true].header_rows for true, given in pairs)
    count = len(wanted)
    return (
        Share(right, sum(map(len, wanted))),
        Share(len(pairs), max(count, len(seen.tables) - truth.loose_tables)),
        Share(heads, count),
    )


def _paired(wanted: Sequence[Grid], given: Sequence[Grid]) -> list[tuple[int, int]]:
    """Give the pairs, in order, with which most cells are right."""
    best: dict[tuple[int, int], tuple[int, list[tuple[int, int]]]] = {}
    for true in range(len(wanted) - 1, -1, -1):
        for other in range(len(given) - 1, -1, -1):
            none: tuple[int, list[tuple[int, int]]] = (0, [])
            skipped = (best.get((true + 1, other), none), best.get((true, other + 1), none))
            cells, pairs = best.get((true + 1, other + 1), none)
            same = _equal(wanted[true], given[other])
            taken = (cells + same, [(true, other), *pairs]) if same else none
            best[true, other] = max(*skipped, taken, key=lambda one: one[0])
    return best.get((0, 0), (0, []))[1]


def _equal(wanted: Grid, given: Grid) -> int:
    """Count the cells that are right; a place more than there are takes one away."""
    more = len(given.keys() - wanted.keys())
    return max(0, sum(given.get(place) == words for place, words in wanted.items()) - more)


def _pictures(truths: Sequence[PictureTruth], seen: Seen, files: Mapping[str, bytes]) -> Share:
    wanted = ["vector" if one.kind in _VECTOR else one.digest for one in truths]
    exact = set(wanted)
    given = []
    for name in seen.images:
        data = files.get(name, b"")
        digest = hashlib.sha256(data).hexdigest()
        given.append(digest if digest in exact or not is_shown(data) else "vector")
    blocks = SequenceMatcher(None, wanted, given, autojunk=False).get_matching_blocks()
    right = sum(block.size for block in blocks)
    return Share(right, max(len(wanted), len(given)))


def is_shown(data: bytes) -> bool:
    """Tell whether a browser shows a picture that a converter made: SVG or PNG."""
    return data.startswith(b"\x89PNG") or b"<svg" in data[:500]


def _captions(truth: Truth, seen: Seen) -> Share:
    wanted = [squeezed(one.caption) for one in truth.pictures if one.caption is not None]
    wanted += [squeezed(one.caption) for one in truth.tables if one.caption]
    lost = Counter(wanted) - Counter(seen.captions)
    return Share(len(wanted) - lost.total(), len(wanted))


def _charts(truth: Truth, everything: str) -> Share:
    values = [
        f"{value:g}" for chart in truth.charts for _, numbers in chart.series for value in numbers
    ]
    return Share(sum(value in everything for value in values), len(values))


def _has_formula(seen: Seen, key: str) -> bool:
    return all(any(one in seen.text for one in mark.split("|")) for mark in MARKS[key])


def _facts(truth: Truth, front: Mapping[str, Any]) -> Share:
    if truth.facts is None:
        words = str(front.get("title", ""))
        return Share(int(words == truth.title), 1)
    return sum((_fact(key, value, front) for key, value in truth.facts.front.items()), Share())


def _fact(key: str, value: object, front: Mapping[str, Any]) -> Share:
    if key != "indicators" or not isinstance(value, Mapping):
        return Share(int(front.get(key) == value), 1)
    given = {one.get("name"): one for one in front.get("indicators") or () if isinstance(one, dict)}
    right = 0
    for name, (unit, values) in value.items():
        one = given.get(name, {})
        numbers = one.get("values") or {}
        right += one.get("unit") == unit and dict(numbers) == values
    return Share(right, len(value))


def invented(facts: Facts, front: Mapping[str, Any]) -> list[str]:
    """Give the keys of facts that a form does not say and the front matter has."""
    asked = ("enterprise", "title", "recommender", "industry", "size", "field", "indicators")
    return [key for key in asked if front.get(key) and key not in facts.front]
