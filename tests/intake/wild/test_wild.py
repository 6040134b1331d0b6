"""Documents that nobody here wrote: none breaks the intake."""

import os
from pathlib import Path

import pytest

from generator.intake.taking import document
from generator.intake.taking.document import Job, take_submission
from generator.intake.taking.taken import Taken
from tests.intake.packages.archives import zip_bytes
from tests.intake.wild.__main__ import main, table
from tests.intake.wild.documents import documents_in, shipped
from tests.intake.wild.running import Fate, Take, crashed, examine
from tests.intake.word.samples import docx, paragraph


def test_what_installed_packages_ship_is_taken() -> None:
    files = shipped()
    assert files, "no installed package ships a Word file any more; name another one"
    found = examine(files)
    assert not list(crashed(found))
    assert [one.fate for one in found if one.path.endswith(".docx")].count(Fate.TAKEN)


def test_only_documents_of_a_folder_are_taken(tmp_path: Path) -> None:
    for name in ("b.docx", "a/c.ZIP", "~$b.docx", "note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert documents_in([tmp_path]) == (tmp_path / "a/c.ZIP", tmp_path / "b.docx")
    assert documents_in([tmp_path / "b.docx", tmp_path])[0] == tmp_path / "b.docx"


def test_the_table_tells_fates_and_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docx(tmp_path / "a.docx", paragraph("示例"))
    (tmp_path / "b.docx").write_bytes(b"no")
    (tmp_path / "c.zip").write_bytes(zip_bytes({"a.txt": b"a"}))
    (tmp_path / "d.csv").write_text("a,b")
    assert main([str(tmp_path)]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [".docx", "2", "1", "1", "0"] in [row[:5] for row in rows]
    assert ["all", "4", "1", "3", "0"] in [row[:5] for row in rows]
    assert ["1", "intake_package.refused.archive_empty"] in rows
    assert main([str(tmp_path / "nothing")]) == 1


def _falls(_job: Job, _folder: Path) -> tuple[Taken, str]:
    raise IndexError


def _ends(_job: Job, _folder: Path) -> tuple[Taken, str]:
    os._exit(7)


def _misreads(job: Job, folder: Path) -> tuple[Taken, str]:
    """Take a submission whose tree pandoc wrote otherwise than we know it."""
    with pytest.MonkeyPatch.context() as here:
        here.setattr(document, "read_tree", lambda *_: {"blocks": [{"t": "Header"}]})
        return take_submission(job, folder)


@pytest.mark.parametrize(("take", "said"), [(_falls, "IndexError"), (_ends, "broken")])
def test_a_fault_is_a_crash(tmp_path: Path, take: Take, said: str) -> None:
    path = docx(tmp_path / "a.docx", paragraph("示例"))
    found = examine([path], take=take)
    assert [one.fate for one in found] == [Fate.CRASHED]
    assert said in next(crashed(found))
    assert any("crashed:" in line for line in table(found))


def test_what_stands_behind_a_refusal_is_shown(tmp_path: Path) -> None:
    """A refusal that hides a fault of ours, as `intake_prose.refused.tree` can, names it."""
    path = docx(tmp_path / "a.docx", paragraph("示例"))
    [seen] = examine([path], take=_misreads)
    assert (seen.fate, seen.reason) == (Fate.REFUSED, "intake_prose.refused.tree")
    assert "Error" in seen.cause
