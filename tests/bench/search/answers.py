"""What an engine's reader hands to the program that compares them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.search.scoring import Answer


@dataclass(frozen=True, slots=True)
class Answers:
    """All that one engine answered."""

    first: Sequence[Answer]
    """Searches by someone who has just come: everything fetched until the answer counts."""
    later: Sequence[Answer]
    """Every query, asked of an engine that is ready and has fetched nothing for a query yet."""
    note: str = ""
    """What is not counted, or went otherwise than asked for."""


def write_answers(path: Path, answers: Answers) -> None:
    """Hand over."""
    path.write_text(json.dumps(asdict(answers)), encoding="utf-8")


def read_answers(path: Path) -> Answers:
    """Take over."""
    values = json.loads(path.read_text(encoding="utf-8"))
    first, later = (
        [Answer(**{**one, "rows": tuple(one["rows"])}) for one in values[part]]
        for part in ("first", "later")
    )
    return Answers(first, later, values["note"])
