"""How folders and files become submissions, by their names alone."""

from pathlib import Path

import pytest

from generator.intake.taking.submissions import Submission, collect, digest_of


def made(top: Path, *names: str) -> Path:
    for name in names:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return top


def shown(found: tuple[Submission, ...]) -> list[tuple[str, list[str]]]:
    return [(one.shown, [file.name for file in one.files]) for one in found]


def test_a_file_is_a_submission(tmp_path: Path) -> None:
    top = made(tmp_path, "a.docx", "b.rar")
    assert shown(collect([top / "a.docx", top / "b.rar"])) == [
        ("a.docx", ["a.docx"]),
        ("b.rar", ["b.rar"]),
    ]


def test_a_file_named_twice_is_one(tmp_path: Path) -> None:
    top = made(tmp_path, "a.docx")
    assert len(collect([top / "a.docx", top / "a.docx"])) == 1


def test_a_folder_of_packages(tmp_path: Path) -> None:
    top = made(tmp_path / "收件", "示例甲.rar", "第二批/示例乙.zip", "说明.txt")
    assert shown(collect([top])) == [
        ("收件/示例甲.rar", ["示例甲.rar"]),
        ("收件/第二批/示例乙.zip", ["示例乙.zip"]),
    ]


def test_what_one_enterprise_sent_in_a_folder(tmp_path: Path) -> None:
    top = made(tmp_path / "示例公司", "申报书.docx", "经验材料.docx", "证实性材料.docx")
    (found,) = collect([top])
    assert found.shown == "示例公司/经验材料.docx"
    assert sorted(file.name for file in found.files) == [
        "申报书.docx",
        "经验材料.docx",
        "证实性材料.docx",
    ]


def test_many_texts_side_by_side_take_their_own_forms(tmp_path: Path) -> None:
    names = (
        "示例甲公司经验.docx",
        "示例甲公司申报书.docx",
        "示例乙公司经验.doc",
        "示例乙公司申报书.doc",
    )
    found = collect([made(tmp_path / "收件", *names)])
    assert shown(found) == [
        ("收件/示例乙公司经验.doc", ["示例乙公司经验.doc", "示例乙公司申报书.doc"]),
        ("收件/示例甲公司经验.docx", ["示例甲公司经验.docx", "示例甲公司申报书.docx"]),
    ]


def test_hidden_and_temporary_files_are_passed_over(tmp_path: Path) -> None:
    top = made(tmp_path / "收件", "~$a.docx", ".b.docx", "__MACOSX/a.docx", "c.docx")
    assert shown(collect([top])) == [("收件/c.docx", ["c.docx"])]


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = made(tmp_path / "outside", "secret.docx")
    top = made(tmp_path / "收件", "a.docx")
    (top / "link.docx").symlink_to(outside / "secret.docx")
    (top / "folder").symlink_to(outside)
    assert shown(collect([top])) == [("收件/a.docx", ["a.docx"])]


@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".et", ".csv"])
def test_lists(tmp_path: Path, ending: str) -> None:
    (found,) = collect([made(tmp_path / "收件", f"名单{ending}")])
    assert found.is_list


def test_a_digest_is_of_the_bytes_and_not_of_the_names(tmp_path: Path) -> None:
    for name, data in (("a.docx", b"1"), ("b.docx", b"1"), ("c.docx", b"2")):
        (tmp_path / name).write_bytes(data)
    one, same, other = (digest_of(found) for found in collect(sorted(tmp_path.iterdir())))
    assert one == same != other


def test_what_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    (found,) = collect([tmp_path / "gone.docx"])
    assert digest_of(found) == ""
