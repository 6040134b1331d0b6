"""The good toy library, and how a fault is put into a copy of it."""

import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from generator.config import Config
from generator.reading.library import Reading
from generator.site import read

FOLDER: Final = Path(__file__).resolve().parent
GOOD: Final = FOLDER / "good"
FAULTS: Final = FOLDER / "faults"


@dataclass(frozen=True, slots=True)
class ToyFault:
    """What is done to a copy of the good library, and what must then be found."""

    code: str
    about: str
    findings: tuple[str, ...]
    """`path:line:column code`, sorted."""
    steps: Mapping[str, Any]


def config(root: Path) -> Config:
    """Give the settings of a library whose folders lie where a project has them."""
    return Config(
        root=root,
        cases_path=root / "cases",
        notices_path=root / "notices",
        redirects_path=root / "cases" / "redirects.yml",
        documents_path=root / "docs",
        today=date(2026, 11, 21),
    )


def read_at(root: Path) -> Reading:
    """Read and check the library at `root` as the program does."""
    return read(config(root))


def copy_good(root: Path) -> Path:
    """Copy the good library to the folder `root`, which must not exist."""
    for name in ("cases", "notices", "docs"):
        shutil.copytree(GOOD / name, root / name)
    return root


def toy_faults() -> Iterator[ToyFault]:
    """Give all faults in the order of their files."""
    for path in sorted(FAULTS.glob("*.toml")):
        for item in tomllib.loads(path.read_text(encoding="utf-8"))["fault"]:
            yield ToyFault(path.stem, item["about"], tuple(item["findings"]), item)


def break_library(root: Path, fault: ToyFault) -> None:
    """Put a fault into the library at `root`."""
    for edit in fault.steps.get("edit", ()):
        _edit(root / edit["path"], edit)
    for written in fault.steps.get("write", ()):
        target = root / written["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_content(written))
    for added in fault.steps.get("append", ()):
        with (root / added["path"]).open("ab") as file:
            file.write(_content(added))
    for link in fault.steps.get("link", ()):
        (root / link["path"]).symlink_to(link["target"])


def _edit(path: Path, edit: Mapping[str, Any]) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(edit["find"]) != 1:
        raise AssertionError(f"{path.name}: {edit['find']!r} must stand there once")
    new = edit["replace"] * edit.get("times", 1)
    path.write_text(text.replace(edit["find"], new), encoding="utf-8", newline="")


def _content(written: Mapping[str, Any]) -> bytes:
    if "hex" in written:
        return bytes.fromhex(written["hex"])
    return str(written["text"]).encode() * int(written.get("times", 1))
