"""What somebody does to the site's folder and to the cache by hand, between two builds."""

import os
import random
import shutil
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.reading.remembering import CACHE
from tests.building.places import files_below


@dataclass(frozen=True, slots=True)
class Meddler:
    """Works in a project's cache and in its site; `outside` is what must not be touched."""

    project: Path
    site: Path
    outside: Path

    def meddle(self, name: str, seed: int) -> None:
        """Do one thing; nothing where there is nothing to do it to."""
        BY_HAND[name](self, random.Random(seed))

    def file(self, chance: random.Random) -> Path | None:
        """Give a file of the site, not one of those hidden at its top."""
        found = [
            path
            for path in files_below(self.site)
            if not path.relative_to(self.site).as_posix().startswith(".")
        ]
        return chance.choice(found) if found else None

    def folder(self, chance: random.Random) -> Path | None:
        """Give a folder of the site."""
        found = [path.parent for path in files_below(self.site)]
        chosen = [path for path in sorted(set(found)) if path != self.site and path.exists()]
        return chance.choice(chosen) if chosen else None

    def kept(self, chance: random.Random) -> Path | None:
        """Give a file of the cache."""
        found = [*files_below(self.project / CACHE)]
        return chance.choice(found) if found else None


Act = Callable[[Meddler, random.Random], None]
_OnPath = Callable[[Path, random.Random], None]


def _on(place: Callable[[Meddler, random.Random], Path | None], act: _OnPath) -> Act:
    def meddle(meddler: Meddler, chance: random.Random) -> None:
        path = place(meddler, chance)
        if path is not None:
            act(path, chance)

    return meddle


def flip(path: Path, chance: random.Random) -> None:
    """Change one byte; size and date stay."""
    data, before = bytearray(path.read_bytes()), path.stat()
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def shorten(path: Path, chance: random.Random) -> None:
    """Cut the end off."""
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data) + 1)])


def empty(path: Path, _chance: random.Random) -> None:
    """Cut everything off."""
    path.write_bytes(b"")


def remove(path: Path, _chance: random.Random) -> None:
    """Take a file away, or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def make_folder(path: Path, chance: random.Random) -> None:
    """Put a folder in a file's place, sometimes with something in it."""
    remove(path, chance)
    path.mkdir()
    if chance.random() < 0.5:
        (path / "readme.txt").write_text("放错了\n", encoding="utf-8")


def make_file(path: Path, chance: random.Random) -> None:
    """Put a file in a folder's place."""
    remove(path, chance)
    path.write_text("放错了\n", encoding="utf-8")


def rewrite(path: Path, _chance: random.Random) -> None:
    """Write something else."""
    path.write_text("<h1>改过</h1>\n", encoding="utf-8")


def make_pipe(path: Path, chance: random.Random) -> None:
    """Put a pipe in a file's place, at which a reader waits for ever."""
    remove(path, chance)
    os.mkfifo(path)


def make_socket(path: Path, chance: random.Random) -> None:
    """Put a socket in a file's place."""
    remove(path, chance)
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def age(path: Path, chance: random.Random) -> None:
    """Give a file another date."""
    when = chance.choice((0, 4_000_000_000))
    os.utime(path, (when, when))


def _junk(meddler: Meddler, chance: random.Random) -> None:
    folder = meddler.folder(chance) or meddler.site
    names = ("junk.txt", ".hidden", "新建文件夹", "a\nb", os.fsdecode(b"\xff\xfe"))
    path = folder / chance.choice(names)
    if not path.exists():
        path.write_text("没有人要\n", encoding="utf-8")


def _hidden(meddler: Meddler, chance: random.Random) -> None:
    (meddler.site / f".kept-{chance.randrange(3)}").write_text("留着\n", encoding="utf-8")


def _link_to(name: str, place: Callable[[Meddler, random.Random], Path | None]) -> Act:
    def meddle(meddler: Meddler, chance: random.Random) -> None:
        path = place(meddler, chance)
        if path is not None:
            remove(path, chance)
            path.symlink_to(meddler.outside / name)

    return meddle


def _hard_link(meddler: Meddler, chance: random.Random) -> None:
    path = meddler.file(chance)
    if path is not None:
        path.unlink()
        path.hardlink_to(meddler.outside / "file.txt")


def _twin(meddler: Meddler, chance: random.Random) -> None:
    """Make a hard link of a page outside, as a backup does that saves space."""
    path, target = meddler.file(chance), meddler.outside / f"backup-{chance.randrange(10_000)}"
    if path is not None and not target.exists():
        target.hardlink_to(path)


def _empty_folder(meddler: Meddler, chance: random.Random) -> None:
    ((meddler.folder(chance) or meddler.site) / "empty/folder").mkdir(parents=True, exist_ok=True)


def _no_cache(meddler: Meddler, _chance: random.Random) -> None:
    shutil.rmtree(meddler.project / CACHE, ignore_errors=True)


IN_CACHE: Final[Mapping[str, _OnPath]] = {
    "flip a byte of": flip,
    "shorten": shorten,
    "empty": empty,
    "remove": remove,
    "write something else into": rewrite,
    "put a folder in place of": make_folder,
}
IN_SITE: Final[Mapping[str, Act]] = {
    "remove a file": _on(Meddler.file, remove),
    "remove a folder": _on(Meddler.folder, remove),
    "change a byte of a page": _on(Meddler.file, flip),
    "shorten a page": _on(Meddler.file, shorten),
    "rewrite a page": _on(Meddler.file, rewrite),
    "another date": _on(Meddler.file, age),
    "folder for file": _on(Meddler.file, make_folder),
    "file for folder": _on(Meddler.folder, make_file),
    "pipe": _on(Meddler.file, make_pipe),
    "socket": _on(Meddler.file, make_socket),
    "junk": _junk,
    "hidden at the top": _hidden,
    "empty folder": _empty_folder,
    "link to a file": _link_to("file.txt", Meddler.file),
    "link to a folder": _link_to("folder", Meddler.folder),
    "link to nowhere": _link_to("nowhere", Meddler.file),
    "hard link": _hard_link,
    "hard link outside": _twin,
}
BY_HAND: Final[Mapping[str, Act]] = {
    **IN_SITE,
    **{f"cache: {name}": _on(Meddler.kept, act) for name, act in IN_CACHE.items()},
    "cache: none": _no_cache,
}
