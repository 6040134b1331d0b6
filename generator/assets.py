"""The style sheet and the scripts of the site, bundled from the theme's small files.

One sheet and one deferred script, because every further request delays the first sight of a page
on a slow line; `boot.js` alone must run before the page is painted, and the finder's script is
loaded only where something is looked for. An address carries a digest of the content, so a browser
may keep a file and still never shows an old one.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import minify

from generator.errors import ConfigurationError
from generator.strings import text

STYLES: Final = "styles"
"""Folder of the theme that holds the sheets."""
SCRIPTS: Final = "scripts"
"""Folder of the theme that holds the scripts."""
BOOT: Final = "boot.js"
"""The script that runs before the page is painted."""
FINDER: Final = "finder"
"""Folder of the theme that holds the finder's scripts."""
SERVICES: Final = "services"
"""Folder of the theme with a folder of scripts for each service."""
_DIGEST_LENGTH: Final = 8
_JAVASCRIPT: Final = "application/javascript"
_CONSTANT: Final = re.compile(r"^( *)const ", re.MULTILINE)
"""A declaration that begins a line; what stands in a string has its quote before it."""
_USES: Final = re.compile(r"^// Uses \.\./([\w-]+\.js)$", re.MULTILINE)
"""A comment by which a service's script names one that stands beside the services' folders."""
minify.config({"js-version": 2015})  # what old browsers read; else it would write newer syntax


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load."""

    uri: str
    """Where it is published."""
    content: str

    @property
    def address(self) -> str:
        """Give the uri with the digest of the content, as a page names it."""
        digest = hashlib.sha256(self.content.encode()).hexdigest()[:_DIGEST_LENGTH]
        return f"{self.uri}?v={digest}"


@dataclass(frozen=True, slots=True)
class Assets:
    """The three files that every page loads, that of the finder, and those of the services."""

    style: Asset
    boot: Asset
    script: Asset
    finder: Asset
    services: Mapping[str, Asset] = field(default_factory=dict)
    """Name of a service → its script, which only its own pages load."""
    sheets: Mapping[str, Asset] = field(default_factory=dict)
    """Name of a service → its sheet, likewise; not every service has one."""

    def __iter__(self) -> Iterator[Asset]:
        """Give them in the order in which a page loads them."""
        every = self.style, self.boot, self.script, self.finder
        return iter((*every, *self.services.values(), *self.sheets.values()))


def read_assets(theme_path: Path) -> Assets:
    """Bundle the theme's sheets and scripts, each in the order of their names.

    Raises ConfigurationError when the theme has no sheets or scripts; the finder's may be missing.
    """
    sheets = _sources(theme_path / STYLES, ".css")
    scripts = _sources(theme_path / SCRIPTS, ".js")
    boot = [path for path in scripts if path.name == BOOT]
    rest = [path for path in scripts if path.name != BOOT]
    finder = sorted((theme_path / FINDER).glob("*.js"))
    folders = sorted((theme_path / SERVICES).glob("*/"))
    return Assets(
        Asset("assets/biaogan.css", _joined(sheets)),
        Asset("assets/boot.js", minified(_joined(boot))),
        Asset("assets/biaogan.js", minified(_joined(rest))),
        Asset("assets/finder.js", minified(_closure(_with_let(_joined(finder))))),
        {path.name: _service(path) for path in folders},
        {path.name: _sheet(path) for path in folders if list(path.glob("*.css"))},
    )


def _service(folder: Path) -> Asset:
    """Bundle a service's scripts, and before them what they name as shared, each once."""
    own = _joined(sorted(folder.glob("*.js")))
    shared = [folder.parent / name for name in dict.fromkeys(_USES.findall(own))]
    return Asset(f"assets/service-{folder.name}.js", minified(_closure(_joined(shared) + own)))


def _sheet(folder: Path) -> Asset:
    return Asset(f"assets/service-{folder.name}.css", _joined(sorted(folder.glob("*.css"))))


def _sources(folder: Path, suffix: str) -> Sequence[Path]:
    found = sorted(folder.glob(f"*{suffix}"))
    if not found:
        raise ConfigurationError(text("cli.config.no_assets", path=folder))
    return found


def _joined(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8").strip() for path in paths) + "\n"


def _closure(script: str) -> str:
    """Let files share their functions with each other and with nobody else."""
    return f'(function () {{\n"use strict";\n{script}}})();\n'


def _with_let(script: str) -> str:
    """Declare with `let` what is declared with `const`.

    The minifier joins neighbours only of one kind, and the finder is held to a number of bytes.
    That nothing constant is written to is seen in the sources, which the tests run as they are.
    """
    return _CONSTANT.sub(r"\1let ", script)


def minified(script: str) -> str:
    """Shorten what no reader sees: comments, white space, names inside functions."""
    return f"{minify.string(_JAVASCRIPT, script)}\n"
