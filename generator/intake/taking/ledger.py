"""What was taken before: the digests that lie beside the drafts, nowhere else.

Whoever deletes a draft with its folder may take the same file again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
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


def record(digest: str, files: Mapping[str, str], report: Sequence[Mapping[str, str]]) -> bytes:
    """Give the file: the submission's digest, those of its files, and the report for programs."""
    document = {"version": 1, "submission": digest, "files": dict(files), "remarks": list(report)}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _digests(path: Path) -> Iterator[str]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        digest = known["submission"]
    except (OSError, ValueError, KeyError, TypeError):
        return  # a file that somebody edited tells nothing
    if isinstance(digest, str) and digest:
        yield digest
