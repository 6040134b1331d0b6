"""LibreOffice round trips: one call for each target format, however many files there are."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_LIMIT: Final = 200
_FILTERS: Final = {"docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97"}


def convert(files: Iterable[Path], target: str, folder: Path) -> None:
    """Write each file in the target format into a folder; raises when one is not there after."""
    wanted = list(files)
    if not wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    profile = folder / "profile"
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", _FILTERS.get(target, target), "--outdir", str(folder)]
    subprocess.run([*command, *map(str, wanted)], check=True, capture_output=True, timeout=_LIMIT)
    shutil.rmtree(profile, ignore_errors=True)
    missing = [one.name for one in wanted if not (folder / f"{one.stem}.{target}").is_file()]
    if missing:
        raise FileNotFoundError(f"LibreOffice did not write {missing} as {target}")
