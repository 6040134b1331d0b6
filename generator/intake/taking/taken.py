"""What a child makes of a submission, as a value that goes through a file to the parent.

JSON and not pickle: the child read foreign documents, and its word may only be data.
"""

import json
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from generator.intake.remarks import Remark, RemarkKind

RESULT: Final = "taken.json"
PICTURES: Final = "pictures"
"""Folder of the pictures, beside the result."""
DRAFT: Final = "draft.md"
_PICTURE: Final = re.compile(r"tu-\d{1,4}\.(?:png|jpg|gif|webp|svg)")
_MOST: Final = 64 * 1024 * 1024
"""Bytes of a result or a draft; a long case has a hundred thousand."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft that was made, or why none was."""

    edition: str = ""
    """Id of the edition; empty exactly when nothing was made."""
    enterprise: str = ""
    title: str = ""
    is_fictional: bool = False
    """True: it gets the id of a demonstration."""
    pictures: tuple[str, ...] = ()
    """Names of the files in `PICTURES`."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Name of every file that was received → its digest."""
    remarks: tuple[Remark, ...] = ()

    @property
    def is_made(self) -> bool:
        """Tell whether there is a draft."""
        return bool(self.edition)


def keep(taken: Taken, draft: str, folder: Path) -> None:
    """Write what was made into the child's folder; the draft lies beside it."""
    (folder / DRAFT).write_text(draft, encoding="utf-8")
    known = {one.name: getattr(taken, one.name) for one in fields(taken)}
    known["remarks"] = [_kept(remark) for remark in taken.remarks]
    (folder / RESULT).write_text(json.dumps(known), encoding="utf-8")


def is_picture_name(name: str) -> bool:
    """Tell whether a name is one that we give to pictures, and so no path to anywhere else."""
    return _PICTURE.fullmatch(name) is not None


def recall(folder: Path, editions: Container[str]) -> tuple[Taken, str]:
    """Read what a child left; raises OSError or ValueError when it left nothing whole.

    What would become a path is looked at: the child may be no more what it was.
    """
    if max((folder / name).stat().st_size for name in (RESULT, DRAFT)) > _MOST:
        raise ValueError(RESULT)
    known = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    try:
        remarks = tuple(_remark(item) for item in known.pop("remarks"))
        pictures = tuple(map(str, known.pop("pictures")))
        taken = Taken(remarks=remarks, pictures=pictures, **known)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(RESULT) from error
    if not all(map(is_picture_name, taken.pictures)):
        raise ValueError(PICTURES)
    if taken.is_made and taken.edition not in editions:
        raise ValueError(RESULT)
    return taken, (folder / DRAFT).read_text(encoding="utf-8")


def plain(remark: Remark) -> dict[str, Any]:
    """Give a remark for a program: kind, key, what it says, and where."""
    return {
        "kind": remark.kind.value,
        "key": remark.key,
        "message": remark.worded(),
        "place": remark.place,
    }


def _kept(remark: Remark) -> Mapping[str, Any]:
    values = dict(remark.values)
    return {"kind": remark.kind, "key": remark.key, "values": values, "place": remark.place}


def _remark(item: Mapping[str, Any]) -> Remark:
    return Remark(RemarkKind(item["kind"]), item["key"], dict(item["values"]), item["place"])
