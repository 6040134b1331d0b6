"""Word files of old kinds made .docx by LibreOffice, which nothing else here needs.

Each call has a profile of its own, or a second one would end at once, and no network where the
system lets a process do without: LibreOffice follows links that a document names.
"""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from generator.intake.remarks import RefusedDocumentError

TIMEOUT: Final = 120.0
"""Seconds; a cold start takes two, a long document a few more."""
_NAMES: Final = ("soffice", "libreoffice")
_ENCLOSED: Final = ("--user", "--map-root-user", "--net")
_RTF: Final = b"{\\rtf"
_WORD_95: Final = re.compile(rb"\xdc\xa5[\x65-\x69]\x00", re.DOTALL)
"""How the text of Word 6 and Word 95 begins: a mark, and the number of its version."""
_SECTOR: Final = 64
"""Bytes; a stream of an OLE file begins at a multiple of it, a small one in the mini stream."""
_SOURCE: Final = "source.doc"
_MADE: Final = "source.docx"


def to_docx(path: Path, folder: Path) -> Path:
    """Convert a .doc or .wps of Word 6 to 2003, or RTF named so, in an empty folder of ours.

    Raises RefusedDocumentError when LibreOffice is missing, fails or takes too long.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise RefusedDocumentError("intake_word.refused.no_libreoffice")
    folder = folder.absolute()
    try:
        shutil.copyfile(path, folder / _SOURCE)
        _run((*_enclosure(), program, *_arguments(folder)), folder)
    except OSError as error:
        raise RefusedDocumentError("intake_word.refused.not_converted") from error
    made = folder / _MADE
    if not made.is_file():
        raise RefusedDocumentError("intake_word.refused.not_converted")
    return made


def _arguments(folder: Path) -> tuple[str, ...]:
    return (
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        f"--infilter={_filter(folder / _SOURCE)}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(folder / _SOURCE),
    )


def _filter(path: Path) -> str:
    """Give LibreOffice's name of what a file is: left to itself it would read any kind at all."""
    data = path.read_bytes()
    if data.startswith(_RTF):
        return "Rich Text Format"
    is_old = any(found.start() % _SECTOR == 0 for found in _WORD_95.finditer(data))
    return "MS Word 95" if is_old else "MS Word 97"


def _run(command: Sequence[str], folder: Path) -> None:
    """Run LibreOffice in a group of its own, so that its second process ends with it."""
    environment = {"LC_ALL": "C.UTF-8", "PATH": os.defpath, "HOME": str(folder)}
    process = subprocess.Popen(  # noqa: S603 -- our own arguments only
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        start_new_session=True,
    )
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise RefusedDocumentError("intake_word.refused.conversion_slow") from error
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@cache
def _enclosure() -> tuple[str, ...]:
    """Give the words by which a program runs without network, or none where that is not allowed."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    command = (unshare, *_ENCLOSED)
    try:
        done = subprocess.run((*command, "true"), capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return command if done.returncode == 0 else ()
