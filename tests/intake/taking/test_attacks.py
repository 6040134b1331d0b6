"""Hostile files through the real children: the command lives, nothing is written elsewhere."""

import resource
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.intake.taking.children import Children, Ended, Ending
from generator.intake.taking.confinement import MEGABYTE, Limits
from generator.intake.taking.document import Job, take
from generator.intake.taking.submissions import Submission, collect, digest_of
from generator.intake.taking.taken import Taken, recall
from tests.intake.corpus.attacks import Attack, attacks
from tests.intake.corpus.hostile import OUTSIDE, VICTIM
from tests.intake.corpus.pipeline import EDITION, editions, vocabularies
from tests.intake.taking.left import orphans

LIMITS: Final = Limits(seconds=60, processor_seconds=40)
MOST_MEMORY: Final = 1_500 * MEGABYTE
"""Of a child and what it started, where the limit of address space is 4 GB."""

WELCOME: Final = frozenset({"rtf-named-doc"})
"""Odd, but in order: old programs named their RTF so, and LibreOffice reads it."""


def ended(top: Path) -> dict[str, tuple[Attack, Ended[Job]]]:
    """Send every attack through a child of its own, two at a time."""
    jobs: list[Job] = []
    sent: list[Attack] = []
    for number, attack in enumerate(attacks()):
        folder = top / f"sent-{number}"
        folder.mkdir()
        for submission in collect([attack.write(folder)]):
            assert digest_of(submission) or attack.name == "sparse"
            jobs.append(_job(submission))
            sent.append(attack)
    found = Children(take, top / "work", 2, LIMITS).each(jobs)
    return {sent[one.number].name: (sent[one.number], one) for one in found}


def _job(submission: Submission) -> Job:
    return Job(submission, EDITION, editions(), vocabularies(), "intake-token")


def taken(one: Ended[Job]) -> Taken | None:
    return recall(one.folder, editions())[0] if one.ending is Ending.DONE else None


def is_as_it_must_be(attack: Attack, one: Ended[Job]) -> bool:
    """Tell whether what must be refused is refused, with words and without a fault."""
    if one.ending is Ending.FAULT:
        return False
    made = taken(one)
    if made is None or not made.is_made:
        return made is None or bool(made.remarks[0].worded())
    return not attack.must_refuse or attack.name in WELCOME


def test_hostile_files_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    """One test, for all processes of a run would send the files again for a second one."""
    found = ended(tmp_path)
    wrong = [
        (attack.name, one.ending, one.said)
        for attack, one in found.values()
        if not is_as_it_must_be(attack, one)
    ]
    assert wrong == []
    # There is nothing to take in a directory.
    assert {attack.name for attack in attacks()} - found.keys() <= {"directory"}
    nothing_comes_from_outside(found)
    nothing_is_written_elsewhere(found)
    memory_is_bounded_and_no_process_is_left()


def nothing_comes_from_outside(found: Mapping[str, tuple[Attack, Ended[Job]]]) -> None:
    for name, (_, one) in found.items():
        for path in one.folder.rglob("*"):
            if path.is_file() and path.stat().st_size < MEGABYTE:
                assert OUTSIDE.encode() not in path.read_bytes(), (name, path)


def nothing_is_written_elsewhere(found: Mapping[str, tuple[Attack, Ended[Job]]]) -> None:
    folders = {one.folder.parent.parent for _, one in found.values()}
    for top in (*folders, Path("/tmp"), Path.cwd(), Path.home()):
        assert not (top / VICTIM).exists()
        assert not (top.parent / VICTIM).exists()
    for top in folders:
        assert not list(top.rglob(VICTIM))


def memory_is_bounded_and_no_process_is_left() -> None:
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MOST_MEMORY
    assert orphans() == []
