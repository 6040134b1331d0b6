"""The pictures of a draft, written without their metadata."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.intake.prose.case_text import CaseText
from generator.intake.remarks import Remark, RemarkKind
from generator.intake.taking.picture_data import stripped

_TELLS_PLACE: Final = "intake_prose.remark.picture_place"
"""Said of a photograph with its place; once that is taken out there is nothing to say."""


def write_pictures(case: CaseText, folder: Path) -> Iterator[Remark]:
    """Write the pictures into a new folder; yield the remarks of the text, and what was done."""
    folder.mkdir()
    count = 0
    is_bare = True
    for name, found in case.pictures.items():
        data = found.read_bytes() if isinstance(found, Path) else found
        try:
            bare = stripped(data)
        except ValueError:
            is_bare, bare = False, data
            yield _remark(RemarkKind.PRIVATE, "picture_unclear", name=name)
        (folder / name).write_bytes(bare)
        count += bare != data
    if count:
        yield _remark(RemarkKind.TAKEN, "pictures_stripped", count=count)
    yield from (one for one in case.remarks if not (is_bare and one.key == _TELLS_PLACE))


def _remark(kind: RemarkKind, key: str, **values: str | int) -> Remark:
    return Remark(kind, f"intake_taking.remark.{key}", values)
