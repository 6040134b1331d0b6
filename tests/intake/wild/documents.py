"""What lies in foreign folders: documents, lists and archives, and what test packages ship."""

from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

from generator.intake.taking.submissions import ARCHIVES, DOCUMENTS, LISTS

ENDINGS: Final = DOCUMENTS | ARCHIVES | LISTS | {".dotx", ".dotm", ".dot", ".xlsm"}


def documents_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give every document of files and folders, in order; an ending is enough to be one."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found |= dict.fromkeys(one for one in inside if one.is_file() and _is_document(one))
    return tuple(found)


def shipped() -> tuple[Path, ...]:
    """Give the Word files that the installed packages brought with them."""
    found = [
        Path(str(file.locate()))
        for package in distributions()
        for file in package.files or ()
        if file.suffix.lower() in DOCUMENTS
    ]
    return tuple(dict.fromkeys(file for file in found if file.is_file()))


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and not path.name.startswith(("~$", "._"))
