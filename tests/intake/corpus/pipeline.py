"""The door to what is examined: a file, a folder or a package through the intake, as an `Outcome`.

It runs in this process, so that what goes wrong is seen as it is; that a child of the real command
survives it is a matter of the tests of `taking`.
"""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from generator.intake.remarks import RefusedDocumentError
from generator.intake.taking.document import Job, take_submission
from generator.intake.taking.submissions import collect
from generator.intake.taking.taken import PICTURES
from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.vocabulary import Vocabularies, VocabularyName
from generator.reading.editions import read_edition
from generator.reading.vocabularies import read_vocabulary
from tests.intake.corpus.catalog import Sample, documents
from tests.intake.corpus.drafts import Outcome
from tests.intake.corpus.truth import Truth

CASES: Final = Path(__file__).resolve().parents[3] / "cases"
EDITION: Final = EditionId("2022")
_TOKEN: Final = "intake-corpus"


@cache
def editions() -> Mapping[EditionId, Edition]:
    """Give the edition that the corpus was written for, as the library of this project has it."""
    path = CASES / EDITION / "edition.yml"
    read = read_edition(path.read_text(encoding="utf-8"), str(path))
    assert read.value
    return {EDITION: read.value}


@cache
def vocabularies() -> Vocabularies:
    """Give the vocabularies of this project."""
    found = {}
    for name in VocabularyName:
        path = CASES / "vocabulary" / f"{name.value}.yml"
        read = read_vocabulary(path.read_text(encoding="utf-8"), str(path), name)
        assert read.value
        found[name] = read.value
    return found


def take(path: Path, folder: Path) -> Outcome:
    """Take one submission in an empty folder. What was refused gives an empty draft and why;
    an empty folder gives an empty draft and nothing."""
    submissions = collect([path])
    if not submissions:
        return Outcome("")
    job = Job(submissions[0], EDITION, editions(), vocabularies(), _TOKEN)
    try:
        taken, draft = take_submission(job, folder)
    except RefusedDocumentError as refused:
        return Outcome("", (refused.remark.worded(),))
    pictures = {name: (folder / PICTURES / name).read_bytes() for name in taken.pictures}
    remarks = tuple(f"{one.worded()} {one.place}" for one in taken.remarks)
    return Outcome(draft, remarks, pictures)


def _companion() -> Sample:
    return next(one for one in documents() if one.name == "short")


def truth_for(sample: Sample) -> Truth:
    """Give what is true of what `take_sample` sends."""
    if sample.kind != "form":
        return sample.truth
    of_form = sample.truth
    title = of_form.title or _companion().truth.title
    return replace(_companion().truth, title=title, facts=of_form.facts)


def take_sample(sample: Sample, folder: Path) -> Outcome:
    """Take a document of the corpus. A form is sent with a short case, for alone it is no case."""
    work = folder / "work"
    work.mkdir()
    if sample.kind != "form":
        return take(sample.path, work)
    sent = folder / sample.truth.enterprise if sample.truth.enterprise else folder / "sent"
    sent.mkdir()
    shutil.copy(_companion().path, sent / "典型经验材料.docx")
    shutil.copy(sample.path, sent / "2022年全国质量标杆申报书.docx")
    return take(sent, work)
