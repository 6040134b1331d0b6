"""Documents beside the pages: made by a build, offered by pages, made again only where changed."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pages.downloads import FORMS
from tests.site.tools import PageFacts, copy_toy, run, tree

CASE = "cases/2022-001"
WANTED: Mapping[str, list[str]] = {
    "case": ["docx", "epub"],
    "book": ["pdf"],
    "list": ["xlsx", "csv"],
    "notice": ["docx"],
    "handout": ["pdf"],
    "data": list(FORMS["data"]),
}


def configure(project: Path, **settings: Any) -> None:
    path = project / "mkdocs.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    config["plugins"][0]["biaogan"].update(settings)
    path.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


def build(project: Path) -> dict[str, Any]:
    done = run("generator.cli", "build", "-d", "site", "--json", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def documents(site: Path) -> dict[str, str]:
    endings = tuple({form for forms in FORMS.values() for form in forms} - {"json"})
    ours = ("cases/", "notices/", "years/", "data/")
    return {
        path: digest
        for path, digest in tree(site).items()
        if path.endswith((*endings, "library.json")) and path.startswith(ours)
    }


def test_documents_are_made_with_the_site_and_follow_it(tmp_path: Path) -> None:
    """One test: each step begins where the one before ended, so no build only puts things back."""
    project = copy_toy(tmp_path / "library")
    configure(project, documents=dict(WANTED))
    first = build(project)
    assert not first["written"]["failures"]
    made = documents(project / "site")
    every_kind_is_made(made, first)
    pages_offer_what_lies_there_and_nothing_else(project, made)
    nothing_changed_makes_nothing(project, made)
    one_edited_case_makes_its_documents_only(project, made)
    a_font_that_is_missing_leaves_pages_and_other_documents(project, made)
    a_kind_that_is_no_longer_wanted_goes(project, made)
    build(project)
    assert documents(project / "site") == made


def every_kind_is_made(made: Mapping[str, str], first: dict[str, Any]) -> None:
    assert {f"{CASE}/2022-001.docx", f"{CASE}/2022-001.epub"} <= made.keys()
    assert {"years/2022/book-2022.pdf", "years/2022/list-2022.xlsx"} <= made.keys()
    assert "notices/2023-04-20-session/handout.pdf" in made
    assert {
        f"data/{name}" for name in ("library.json", "cases.csv", "library.sqlite")
    } <= made.keys()
    assert first["written"]["documents"] > 20


def pages_offer_what_lies_there_and_nothing_else(project: Path, made: Mapping[str, str]) -> None:
    site = project / "site"
    offered: set[str] = set()
    for page in site.rglob("index.html"):
        here = page.parent
        for link in PageFacts(page.read_text("utf-8")).links:
            if link.endswith(tuple(f".{form}" for form in ("docx", "epub", "pdf", "xlsx"))):
                target = (here / link).resolve()
                assert target.is_file(), (page, link)
                offered.add(target.relative_to(site.resolve()).as_posix())
    ours = {path for path in made if path.endswith(("docx", "epub", "pdf", "xlsx"))}
    assert ours - offered <= {"data/library.xlsx"}, "this library has no page about its data"


def nothing_changed_makes_nothing(project: Path, made: Mapping[str, str]) -> None:
    assert build(project)["unchanged"]
    assert documents(project / "site") == made


def one_edited_case_makes_its_documents_only(project: Path, made: Mapping[str, str]) -> None:
    path = project / "cases/2022/2022-001.md"
    before = path.read_text("utf-8")
    path.write_text(f"{before}\n新添的一段话。\n", "utf-8")
    build(project)
    now = documents(project / "site")
    changed = {name for name in made if now[name] != made[name]}
    assert changed == {
        f"{CASE}/2022-001.docx",
        f"{CASE}/2022-001.epub",
        "years/2022/book-2022.pdf",
        "data/library.sqlite",
    }
    with zipfile.ZipFile(project / f"site/{CASE}/2022-001.docx") as word:
        assert "新添的一段话" in word.read("word/document.xml").decode()
    path.write_text(before, "utf-8")


def a_font_that_is_missing_leaves_pages_and_other_documents(
    project: Path, made: Mapping[str, str]
) -> None:
    configure(project, fonts={"song": "没有的字体"})
    for _ in range(2):  # the second build tries again, and says it again
        done = run("generator.cli", "build", "-d", "site", cwd=project)
        assert done.returncode == 1
        assert "网页已经生成" in done.stderr
        assert "没有的字体" in done.stderr
        assert "Traceback" not in done.stderr
    # What the edit changed is as it was.
    assert documents(project / "site") == {
        name: digest for name, digest in made.items() if not name.endswith(".pdf")
    }
    configure(project, fonts={})
    build(project)
    assert documents(project / "site") == made


def a_kind_that_is_no_longer_wanted_goes(project: Path, made: Mapping[str, str]) -> None:
    configure(project, documents={"data": ["json"]})
    build(project)
    assert set(documents(project / "site")) == {"data/library.json"} | {
        path for path in made if "form" in path
    }
    configure(project, documents=dict(WANTED))


@pytest.mark.parametrize(
    ("documents", "words"),
    [
        ({"cases": ["docx"]}, ("cases", "case")),
        ({"case": ["doc"]}, ("doc", "docx")),
    ],
)
def test_a_kind_that_there_is_not_is_told(
    tmp_path: Path, documents: dict[str, list[str]], words: tuple[str, ...]
) -> None:
    project = copy_toy(tmp_path / "library")
    configure(project, documents=documents)
    done = run("generator.cli", "build", "-d", "site", cwd=project)
    assert done.returncode
    assert all(word in done.stderr for word in words)
    assert "Traceback" not in done.stderr
