"""Figures of the intake over the held-out papers: `python -m tests.intake.heldout.examine`."""

import hashlib
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.intake.corpus import pictures
from tests.intake.corpus.drafts import Outcome, see, squeezed
from tests.intake.corpus.pipeline import take
from tests.intake.corpus.scoring import Score, Share, aligned, missing, score
from tests.intake.corpus.truth import PictureTruth, Truth
from tests.intake.heldout.files import word_file
from tests.intake.heldout.papers import Paper, papers

_CLOSING: Final = "。．.：:；;"
"""Whether a heading keeps the sign it ends with is not what is examined."""
_RENAMED: Final = re.compile("标题“(.+?)”按当年段名写作“(.+?)”")
"""A section of the edition under another name gets the edition's, and the report says so."""
_UNIT: Final = re.compile("（单位：[^（）]*）$")
"""A line of units between a caption and its table becomes part of the caption."""
_COLUMNS: Final = ("cells", "tables", "heads", "pictures", "captions", "footnotes", "facts", "han")


@dataclass(frozen=True, slots=True)
class Examined:
    """A paper with what was made of it."""

    paper: Paper
    outcome: Outcome
    score: Score
    lost: tuple[tuple[int, str], ...]
    """True headings that are not in the draft."""
    wrong: tuple[tuple[int, str], ...]
    """Headings of the draft that are not true."""
    captions_lost: tuple[str, ...]


def truth_of(paper: Paper) -> Truth:
    """Tell the truth of a paper; its captions are compared apart."""
    shown = [pictures.png(number) for number in paper.pictures]
    return Truth(
        title=paper.title,
        headings=paper.headings,
        paragraphs=paper.texts,
        tables=paper.tables,
        pictures=tuple(
            PictureTruth(one.kind, hashlib.sha256(one.data).hexdigest(), None) for one in shown
        ),
        footnotes=paper.footnotes,
        beside=paper.cover,
    )


def examine(paper: Paper) -> Examined:
    """Make a paper's document, take it and compare."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"{paper.name}.docx"
        path.write_bytes(word_file(paper))
        work = Path(scratch) / "work"
        work.mkdir()
        outcome = take(path, work)
    found = score(truth_of(paper), outcome)
    seen = see(outcome.draft)
    true, given = _bare(paper.headings), _written(_bare(seen.headings), outcome.remarks)
    lost, wrong = aligned(true, given)
    wanted = Counter(map(squeezed, paper.captions))
    gone = wanted - Counter(_UNIT.sub("", one) for one in seen.captions)
    numbers = {
        "recall": Share(len(true) - len(lost), len(true)),
        "precision": Share(len(given) - len(wrong), len(given)),
        "captions": Share((wanted - gone).total(), wanted.total()),
    }
    kept = {name: getattr(found, name) for name in (*_COLUMNS, "missing")}
    score_here = Score(**{**kept, **numbers})
    return Examined(paper, outcome, score_here, tuple(lost), tuple(wrong), tuple(gone))


def _bare(headings: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(level, squeezed(words).rstrip(_CLOSING)) for level, words in headings]


def _written(headings: Sequence[tuple[int, str]], remarks: Sequence[str]) -> list[tuple[int, str]]:
    """Give headings under the names that the author gave them."""
    renamed = _RENAMED.findall("\n".join(remarks))
    names = {new: squeezed(old).rstrip(_CLOSING) for old, new in renamed}
    return [(level, names.get(words, words)) for level, words in headings]


@cache
def examined() -> tuple[Examined, ...]:
    """Examine all papers."""
    return tuple(map(examine, papers()))


def report(found: Sequence[Examined]) -> list[str]:
    """Give the table's lines, and under each paper what was not right."""
    names = ("recall", "precision", *_COLUMNS, "missing")
    lines = [" | ".join((f"{'':<18}", *(f"{name:>9}" for name in names)))]
    rows = [(one.paper.name, one.score) for one in found]
    rows.append(("sum", sum((one.score for one in found), Score())))
    for name, values in rows:
        shown = (f"{getattr(values, column)!s:>9}" for column in names)
        lines.append(" | ".join((f"{name:<18}", *shown)))
    for one in found:
        lines += [f"{one.paper.name}: heading lost: {words}" for words in one.lost]
        lines += [f"{one.paper.name}: heading wrong: {words}" for words in one.wrong]
        lines += [f"{one.paper.name}: caption lost: {words}" for words in one.captions_lost]
        gone = "".join(sorted(missing(truth_of(one.paper), one.outcome).elements()))
        lines += [f"{one.paper.name}: missing: {gone}"] if gone else []
    return lines


def main() -> None:
    """Print the table; with a folder as argument, leave the documents and drafts there."""
    found = examined()
    sys.stdout.write("\n".join((*report(found), "")))
    for folder in map(Path, sys.argv[1:]):
        folder.mkdir(parents=True, exist_ok=True)
        for one in found:
            (folder / f"{one.paper.name}.docx").write_bytes(word_file(one.paper))
            (folder / f"{one.paper.name}.md").write_text(one.outcome.draft, encoding="utf-8")
            remarks = "\n".join(one.outcome.remarks)
            (folder / f"{one.paper.name}.report").write_text(remarks, encoding="utf-8")


if __name__ == "__main__":
    main()
