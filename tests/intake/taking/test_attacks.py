"""Hostile files through the real children: the command lives, nothing is written elsewhere."""

import resource
import subprocess
from pathlib import Path
from typing import Final

import pytest

from generator.intake.taking.children import Children, Ended, Ending
from generator.intake.taking.confinement import MEGABYTE, Limits
from generator.intake.taking.document import Job, take
from generator.intake.taking.submissions import Submission, collect, digest_of
from generator.intake.taking.taken import Taken, recall
from tests.intake.corpus.attacks import Attack, attacks
from tests.intake.corpus.hostile import OUTSIDE, VICTIM
from tests.intake.corpus.pipeline import EDITION, editions, vocabularies

LIMITS: Final = Limits(seconds=60, processor_seconds=40)
MOST_MEMORY: Final = 1_500 * MEGABYTE
"""Of a child and what it started, where the limit of address space is 4 GB."""

WELCOME: Final = frozenset({"rtf-named-doc"})
"""Odd, but in order: old programs named their RTF so, and LibreOffice reads it."""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Attack, Ended[Job]]]:
    """Send every attack through a child of its own, two at a time."""
    top = tmp_path_factory.mktemp("attacks")
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


@pytest.mark.parametrize("attack", attacks(), ids=lambda one: one.name)
def test_what_must_be_refused_is_refused(
    ended: dict[str, tuple[Attack, Ended[Job]]], attack: Attack
) -> None:
    if attack.name not in ended:
        assert attack.name == "directory"  # nothing in it to take
        return
    _, one = ended[attack.name]
    assert one.ending is not Ending.FAULT, one.said
    made = taken(one)
    if made is None or not made.is_made:
        assert made is None or made.remarks[0].worded()
    else:
        assert not attack.must_refuse or attack.name in WELCOME


def test_nothing_comes_from_outside(ended: dict[str, tuple[Attack, Ended[Job]]]) -> None:
    for _, one in ended.values():
        for path in one.folder.rglob("*"):
            if path.is_file() and path.stat().st_size < MEGABYTE:
                assert OUTSIDE.encode() not in path.read_bytes(), path


def test_nothing_is_written_elsewhere(ended: dict[str, tuple[Attack, Ended[Job]]]) -> None:
    folders = {one.folder.parent.parent for _, one in ended.values()}
    for top in (*folders, Path("/tmp"), Path.cwd(), Path.home()):
        assert not (top / VICTIM).exists()
        assert not (top.parent / VICTIM).exists()
    for top in folders:
        assert not list(top.rglob(VICTIM))


@pytest.mark.usefixtures("ended")
def test_memory_is_bounded_and_no_process_is_left() -> None:
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MOST_MEMORY
    listed = subprocess.run(["ps", "-eo", "ppid,args"], capture_output=True, text=True, check=True)
    orphans = [line for line in listed.stdout.splitlines() if line.split()[0] == "1"]
    assert not [line for line in orphans if "pandoc" in line or "soffice" in line]
