"""What was taken before: the digests that lie beside the drafts, nowhere else.

Whoever deletes a draft with its folder may take the same file again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

RECORD: Final = "intake.json"
"""File in the folder of a case: what its draft was taken from."""


def known_digests(cases_path: Path) -> Mapping[str, str]:
    """Map the digest of every submission that was taken → the id of its case."""
    found: dict[str, str] = {}
    for path in sorted(cases_path.glob(f"*/*/{RECORD}")):
        draft = path.parent.with_suffix(".md")
        if draft.is_file():
            found |= dict.fromkeys(_digests(path), path.parent.name)
    return found


def left_folders(cases_path: Path) -> Mapping[str, Path]:
    """Map the digest of every submission whose draft was deleted → the folder that is left."""
    found: dict[str, Path] = {}
    for path in sorted(cases_path.glob(f"*/*/{RECORD}")):
        if not path.parent.with_suffix(".md").exists():
            found |= dict.fromkeys(_digests(path), path.parent)
    return found


def record(
    digest: str,
    files: Mapping[str, str],
    report: Sequence[Mapping[str, str]],
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Give the file: digests of the submission, of its files and pictures, the report for programs.

    `pictures` are those that were written beside it.
    """
    made = {name: sha256(data).hexdigest() for name, data in (pictures or {}).items()}
    document = {"version": 1, "submission": digest, "files": dict(files), "pictures": made}
    document["remarks"] = list(report)
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def pictures_of(folder: Path) -> Mapping[str, str]:
    """Map the name of each picture that a draft was given → its digest."""
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))["pictures"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _digests(path: Path) -> Iterator[str]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        digest = known["submission"]
    except (OSError, ValueError, KeyError, TypeError):
        return  # a file that somebody edited tells nothing
    if isinstance(digest, str) and digest:
        yield digest
