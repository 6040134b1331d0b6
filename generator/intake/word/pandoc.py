"""pandoc, in one place: what it may do, for how long, and which Markdown it writes.

It runs in its sandbox (it reads no file but the one that it is given and fetches nothing), with a
limit of memory and of time. No word of a document is ever among its arguments.
"""

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import pypandoc

from generator.intake.remarks import RefusedDocumentError
from generator.intake.word.escapes import marked, unmarked

Tree: TypeAlias = dict[str, Any]
"""A document as pandoc's JSON: `pandoc-api-version`, `meta`, `blocks`."""

TIMEOUT: Final = 60.0
"""Seconds; a document of ten pages takes a fifth of one."""
DIALECT: Final = "commonmark" + "".join(
    f"+{name}"
    for name in (
        "pipe_tables",
        "footnotes",
        "tex_math_dollars",
        "strikeout",
        "raw_html",
        "definition_lists",
    )
)
"""What the site's renderer reads, and nothing that it would show as signs."""
_LIMITS: Final = ("+RTS", "-M1g", "-RTS", "--sandbox")


def read_tree(docx: Path, media: Path) -> Tree:
    """Read a prepared .docx; its pictures are written under `media`.

    Raises RefusedDocumentError when pandoc cannot read it, takes too long or too much.
    """
    written = _run(
        "--from=docx", "--to=json", f"--extract-media={media.absolute()}", str(docx.absolute())
    )
    try:
        tree = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise RefusedDocumentError("intake_word.refused.unreadable") from error
    if not isinstance(tree, dict):
        raise RefusedDocumentError("intake_word.refused.unreadable")
    return tree


def write_markdown(tree: Tree) -> str:
    """Give a tree as Markdown of our dialect, a paragraph a line.

    Raises RefusedDocumentError when pandoc takes too long or too much, or the tree is none.
    """
    try:
        source = json.dumps(marked(tree), ensure_ascii=False).encode("utf-8", "replace")
    except RecursionError as error:
        raise RefusedDocumentError("intake_word.refused.too_deep") from error
    written = _run("--from=json", f"--to={DIALECT}", "--wrap=none", source=source)
    return unmarked(written.decode("utf-8", "replace"))


@cache
def program() -> str:
    """Give the path of pandoc; looking for it starts it several times."""
    return str(pypandoc.get_pandoc_path())


def _run(*arguments: str, source: bytes = b"") -> bytes:
    environment = {"LC_ALL": "C.UTF-8", "PATH": os.defpath, "HOME": os.devnull}
    try:
        done = subprocess.run(  # noqa: S603 -- our own arguments only
            (program(), *_LIMITS, *arguments),
            input=source,
            capture_output=True,
            env=environment,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedDocumentError("intake_word.refused.too_slow") from error
    except OSError as error:
        raise RefusedDocumentError("intake_word.refused.no_pandoc") from error
    if done.returncode:
        raise RefusedDocumentError("intake_word.refused.unreadable")
    return done.stdout
