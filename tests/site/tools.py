"""What the tests of a built site share: build it, list its files, read its pages."""

import hashlib
import os
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

ROOT = Path(__file__).parents[2]
TOY = ROOT / "tests" / "toy" / "good"
CONTENT = ("cases", "notices", "docs", "theme", "mkdocs.yml")


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module (`generator.cli`, `mkdocs`, …) in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def copy_project(target: Path, source: Path = ROOT) -> Path:
    """Copy content, theme and configuration to another place."""
    target.mkdir(parents=True, exist_ok=True)
    for name in CONTENT:
        path = source / name
        if path.is_dir():
            shutil.copytree(path, target / name)
        elif path.exists():
            shutil.copy(path, target / name)
    return target


def copy_toy(target: Path) -> Path:
    """Copy the toy library as a project of its own, with this repository's theme."""
    copy_project(target, TOY)
    path = target / "mkdocs.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(ROOT / "theme")
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return target


def biaogan(project: Path, *arguments: str) -> str:
    """Run the command in a project and give what it says; fail with its words when it refuses."""
    done = run("generator.cli", *arguments, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(project: Path, site: Path, *options: str, **environment: str) -> Path:
    """Build a project with `biaogan build`; fail with its words when it refuses."""
    done = run("generator.cli", "build", "-d", str(site), *options, cwd=project, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def tree(site: Path) -> Mapping[str, str]:
    """Give every file below a folder with the digest of its bytes."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@dataclass
class PageFacts(HTMLParser):
    """The addresses and ids of one page."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what a start tag carries."""
        self.tags.append(tag)
        values = {key: value or "" for key, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif "href" in values:
            self.resources.append(values["href"])
        self.resources += [values[key] for key in ("src", "poster", "data") if key in values]


def pages(site: Path) -> Iterator[tuple[str, PageFacts]]:
    """Give every HTML page of a site with its facts, by path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), PageFacts(path.read_text(encoding="utf-8"))


def is_foreign(address: str) -> bool:
    """Tell whether an address names a host or a scheme."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def target(page: str, address: str) -> tuple[str, str]:
    """Give the file and the anchor that a relative address on a page means."""
    parts = urlsplit(address)
    if not parts.path:
        return page, unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    joined = "" if joined == "." else joined
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
        joined = f"{joined}/index.html" if joined else "index.html"
    return joined, unquote(parts.fragment)
