"""The folder that a site is written to. A build empties it first, so it must be nobody's else.

MkDocs empties whatever `site_dir` names. An editor who types `-d .` would lose the library, so a
folder is taken only when it is empty, new, or marked as an earlier site by a file that every build
leaves in it (hidden files survive the emptying, so a build that was killed leaves the mark too).
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.config import Config
from generator.errors import ConfigurationError
from generator.strings import text

MARK: Final = ".biaogan"
RESERVED: Final = ("theme", "generator", "tests", "scripts", ".git", ".ci", ".venv", ".vscode")
"""Folders of a project, besides its content, that are never a site."""


def check(site: Path, config: Config) -> None:
    """Raise ConfigurationError when a build must not empty a folder; change nothing."""
    site = site.resolve()
    if holds_sources(site, config):
        raise ConfigurationError(text("cli.site_folder.sources", path=site))
    try:
        is_foreign = site.is_dir() and not (site / MARK).is_file() and any(site.iterdir())
    except OSError as error:
        raise ConfigurationError(unwritable(site, error)) from error
    if is_foreign:
        raise ConfigurationError(text("cli.site_folder.foreign", path=site))


def claim(site: Path) -> bool:
    """Make and mark a checked folder, and tell whether it was not there.

    Raises ConfigurationError when it cannot be written.
    """
    mark, said = site / MARK, text("cli.site_folder.mark") + "\n"
    is_new = not site.exists()
    try:
        if mark.is_symlink():  # what it leads to is not ours
            mark.unlink()
        site.mkdir(parents=True, exist_ok=True)
        # In its place, not by a rename: another build may hold this very file as its lock.
        if not mark.is_file() or mark.read_text(encoding="utf-8", errors="replace") != said:
            mark.write_text(said, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(unwritable(site, error)) from error
    return is_new


def give_back(site: Path) -> None:
    """Remove a folder that was claimed for a site which was not written, if nothing is in it."""
    with suppress(OSError):
        if [path.name for path in site.iterdir()] == [MARK]:
            (site / MARK).unlink()
            site.rmdir()


def holds_sources(site: Path, config: Config) -> bool:
    """Tell whether emptying a folder would take sources away: it is, holds or lies among them."""
    root = config.root.resolve()
    content = (config.cases_path, config.notices_path, config.documents_path)
    sources = [path.resolve() for path in content] + [root / name for name in RESERVED]
    if any(site == source or source in site.parents for source in sources):
        return True
    return site == root or any(site in source.parents for source in sources)


def unwritable(path: Path, error: OSError) -> str:
    """Say in the reader's language why a folder cannot be written."""
    kinds: tuple[tuple[type[OSError], str], ...] = (
        (PermissionError, "permission"),
        (FileExistsError, "file"),
        (NotADirectoryError, "file"),
    )
    kind = next((name for known, name in kinds if isinstance(error, known)), "other")
    return text(f"cli.site_folder.{kind}", path=path, reason=error.strerror or error)
