import os
from pathlib import Path

from generator.reading.tree import find_files
from tests.reading.toy import CASE, NOTICE, config_of, make_library


def test_finds_the_files_in_order(tmp_path: Path) -> None:
    config = make_library(
        tmp_path,
        {
            "cases/2022/2022-010.md": CASE,
            "cases/2022/2022-002.md": CASE,
            "cases/2021-provincial/2021-provincial-001.md": CASE,
            "cases/2022/2022-002/picture.svg": "<svg/>",
            "cases/2022/2022-002/readme.md": "no case",
            "cases/2022/.2022-003.md.swp": "",
            "cases/2022/.draft.md": "",
            "cases/redirects.yml": "",
            "cases/note.txt": "",
            "notices/2022-b.md": NOTICE,
            "notices/2022-a.md": NOTICE,
            "notices/2022-a/form.docx": "",
        },
    )
    tree = find_files(config)
    assert tree.cases == (
        "cases/2021-provincial/2021-provincial-001.md",
        "cases/2022/2022-002.md",
        "cases/2022/2022-010.md",
    )
    assert tree.notices == ("notices/2022-a.md", "notices/2022-b.md")
    assert tree.editions == (("2022", "cases/2022/edition.yml"),)
    assert tree.redirects == "cases/redirects.yml"
    assert [path for _, path in tree.vocabularies][:2] == [
        "cases/vocabulary/focus-areas.yml",
        "cases/vocabulary/methods.yml",
    ]
    assert tree.faults == ()


def test_an_empty_project_has_no_files(tmp_path: Path) -> None:
    tree = find_files(config_of(tmp_path))
    assert (tree.cases, tree.notices, tree.editions, tree.redirects) == ((), (), (), None)


def test_names_that_cannot_be(tmp_path: Path) -> None:
    config = make_library(
        tmp_path,
        {
            "cases/loose.md": CASE,
            "cases/Draft 2022/x.md": CASE,
            "cases/2022/案例.md": CASE,
            "cases/2022/2022-001.MD": CASE,
            "notices/a\nb.md": NOTICE,
        },
    )
    (tmp_path / "cases" / "2020").symlink_to(tmp_path / "cases" / "2022")
    with open(os.fsencode(tmp_path / "notices") + b"/\xff\x1b.md", "wb"):  # noqa: PTH123
        pass
    tree = find_files(config)
    assert [(fault.path, fault.code, fault.values["variant"]) for fault in tree.faults] == [
        ("cases/2020", "file-unreadable", "link"),
        ("cases/2022/2022-001.MD", "file-name", "characters"),
        ("cases/2022/案例.md", "file-name", "characters"),
        ("cases/Draft 2022", "file-name", "edition"),
        ("cases/loose.md", "file-name", "folder"),
        ("notices/a\\u000ab.md", "file-name", "characters"),
        ("notices/\\xff\\u001b.md", "file-name", "characters"),
    ]
    assert all(fault.path.isprintable() for fault in tree.faults)
    assert tree.cases == ()
