"""A list that breaks its reader breaks a child; the command says so and goes on."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import cli
from generator.intake.remarks import RefusedDocumentError
from generator.intake.taking.confinement import MEGABYTE, Limits
from generator.intake.taking.lists import check_list
from tests.intake.samples import sheet_xml, write_xlsx
from tests.site.tools import copy_project


def workbook(folder: Path) -> Path:
    return write_xlsx(folder / "in-order.xlsx", {"名单": sheet_xml([["序号", "企业名称"]])})


def far_cell(folder: Path) -> bytes:
    """Give a workbook with a cell at the end of the largest sheet there is, in an odd place.

    The reader reserves all cells up to it, and ends its process when it cannot.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(workbook(folder)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"worksheets/sheet1", b"elsewhere/sheet1")
            data = data.replace(b'r="B1"', b'r="XFD1048576"')
            new.writestr(name.replace("worksheets/sheet1", "elsewhere/sheet1"), data)
    return stream.getvalue()


def test_a_list_in_order(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    check_list(path, path.name)


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.et", "a.csv"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99])
def test_what_is_only_damaged_is_told_by_the_reader(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    check_list(path, name)


def test_what_breaks_the_reader_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(far_cell(tmp_path))
    with pytest.raises(RefusedDocumentError) as caught:
        check_list(path, "名单.xlsx", Limits(memory=1000 * MEGABYTE))
    assert "名单“名单.xlsx”使读取程序出错" in caught.value.remark.worded()


def test_what_has_no_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" * 4_000_000)
    with pytest.raises(RefusedDocumentError) as caught:
        check_list(path, "名单.csv", Limits(seconds=1))
    assert "1 秒" in caught.value.remark.worded()


def test_the_command_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_project(tmp_path / "library"))
    (tmp_path / "名单 13800000000.xlsx").write_bytes(far_cell(tmp_path))
    (tmp_path / "名单.csv").write_text("序号,企业名称\n", encoding="utf-8")
    (tmp_path / "in-order.xlsx").unlink()
    names = [str(path) for path in sorted(tmp_path.iterdir()) if path.is_file()]
    result = CliRunner().invoke(cli, ["intake", *names], prog_name="biaogan")
    assert result.exit_code == 1
    assert "没有取用：名单 ***.xlsx：名单“名单 ***.xlsx”使读取程序出错" in result.output
    assert "名单 名单.csv：" in result.output
