"""Trees of files: what lies in them, how they differ, and what a clean build gives."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.building.forking import Builds, Done
from tests.site.tools import CONTENT


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the regular files of a folder and of those below it, in order."""
    yield from sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()
    )


def contents(site: Path) -> Mapping[str, bytes | None]:
    """Give what lies in a site by path: the bytes of files, None for folders and all else.

    What is hidden at the top is nobody's business.
    """
    found: dict[str, bytes | None] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if name.startswith("."):
            continue
        found[name] = path.read_bytes() if path.is_file() and not path.is_symlink() else None
    return found


def differences(
    is_there: Mapping[str, bytes | None], should: Mapping[str, bytes | None]
) -> list[str]:
    """Give the paths that are missing, too many or other than they should be."""
    both = is_there.keys() & should.keys()
    return [
        *(f"missing: {name}" for name in sorted(should.keys() - both)),
        *(f"too many: {name}" for name in sorted(is_there.keys() - both)),
        *(f"other: {name}" for name in sorted(both) if is_there[name] != should[name]),
    ]


@dataclass(frozen=True, slots=True)
class Clean:
    """Builds copies of a project: without a cache, into a new folder, by another process."""

    builds: Builds
    folder: Path

    @property
    def site(self) -> Path:
        """Where it builds."""
        return self.folder / "site"

    def start(self, project: Path, environment: Mapping[str, str]) -> None:
        """Copy a project and begin to build the copy."""
        shutil.rmtree(self.folder, ignore_errors=True)
        copy = self.folder / "project"
        copy.mkdir(parents=True)
        for name in CONTENT:
            source = project / name
            if source.is_dir():
                # The content only: dates of files must not matter.
                shutil.copytree(source, copy / name, copy_function=shutil.copyfile)
            elif source.exists():
                shutil.copyfile(source, copy / name)
        self.builds.start(copy, "build", "-d", str(self.site), **environment)

    def wait(self) -> Done:
        """Wait for the end of the build."""
        return self.builds.wait()
