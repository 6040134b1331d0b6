"""The same content gives the same bytes, wherever and by whichever command it is built."""

from pathlib import Path

from tests.site.conftest import HERE
from tests.site.tools import ROOT, build, copy_project, copy_toy, run, tree

EXPLAIN = {"guide", "about"}
"""Hand-written pages that explain what a fictional case is called."""


def test_two_builds_on_different_paths_and_time_zones_are_identical(
    real_site: Path, tmp_path: Path
) -> None:
    """The other one is the site that all tests read: see `HERE`."""
    project = copy_project(tmp_path / "there" / "deeper path 路径")
    there = {"TZ": "America/Lima", "PYTHONHASHSEED": "2"}
    assert all(HERE[name] != there[name] for name in there)
    second = build(project, tmp_path / "site-2", **there)
    assert tree(real_site) == tree(second)
    assert len(tree(second)) > 100


def test_mkdocs_build_writes_the_same_bytes(real_site: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    done = run("mkdocs", "build", "-q", "-d", str(theirs), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert tree(real_site) == tree(theirs)


def test_properdocs_builds_the_toy_library_too(tmp_path: Path) -> None:
    project = copy_toy(tmp_path / "toy")
    ours = build(project, tmp_path / "ours")
    theirs = tmp_path / "theirs"
    done = run("properdocs", "build", "-q", "-f", "mkdocs.yml", "-d", str(theirs), cwd=project)
    assert done.returncode == 0, done.stderr
    assert tree(ours) == tree(theirs)


def test_one_switch_removes_the_demonstration(tmp_path: Path) -> None:
    site = build(ROOT, tmp_path / "site", "--no-demonstration")
    assert not list((site / "cases").glob("*-d[0-9]*"))
    with_mark = [
        path
        for path in site.rglob("*.html")
        if "示例" in path.read_text(encoding="utf-8") and not EXPLAIN & {*path.parts}
    ]
    assert with_mark == []
