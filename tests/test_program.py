"""The digest of the program: whatever its output may depend on changes it, nothing else does."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import program

HERE = Path(program.__file__).parent
READ = {".py", ".toml", ".json", ".js", ".typ", ".lua", ".css", ".sql"}
SHIPPED = {"README.md", "py.typed"}
"""Files of the program that no output depends on."""
PREVIEW = "serving/"
"""What the preview shows of itself stands in no output."""


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy a small part of the program, and let it be the whole."""
    root = tmp_path / "generator"
    shutil.copytree(HERE / "strings", root / "strings")
    shutil.copy(HERE / "program.py", root)
    monkeypatch.setattr(program, "__file__", str(root / "program.py"))
    return root


def now() -> bytes:
    """Give the digest without what was computed before."""
    return program.program_digest.__wrapped__()


def a_line_more(root: Path) -> None:
    with (root / "program.py").open("a", encoding="utf-8") as file:
        file.write("# more\n")


def a_text_changed(root: Path) -> None:
    path = root / "strings" / "zh" / "cli.toml"
    path.write_text(path.read_text("utf-8").replace("。", "!", 1), encoding="utf-8")


def a_module_renamed(root: Path) -> None:
    (root / "program.py").rename(root / "programme.py")


def a_module_more(root: Path) -> None:
    (root / "empty.py").touch()


def a_script_more(root: Path) -> None:
    (root / "a.js").touch()


@pytest.mark.parametrize(
    "edit", [a_line_more, a_text_changed, a_module_renamed, a_module_more, a_script_more]
)
def test_code_and_texts_count(copied: Path, edit: Callable[[Path], None]) -> None:
    before = now()
    edit(copied)
    assert now() != before


def test_what_python_compiled_does_not_count(copied: Path) -> None:
    before = now()
    (copied / "__pycache__").mkdir()
    (copied / "__pycache__" / "program.cpython-311.pyc").write_bytes(b"x")
    assert now() == before


def test_where_the_program_lies_does_not_count(
    copied: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = now()
    copied.rename(tmp_path / "elsewhere")
    monkeypatch.setattr(program, "__file__", str(tmp_path / "elsewhere" / "program.py"))
    assert now() == before


@pytest.mark.usefixtures("copied")
@pytest.mark.parametrize("ending", ["dist-info", "egg-info"])
def test_versions_of_packages_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    packages = tmp_path / "packages"
    (packages / f"Jinja2-3.1.6.{ending}").mkdir(parents=True)
    monkeypatch.setattr("sys.path", [str(packages), str(tmp_path / "missing"), str(packages)])
    before = now()
    assert now() == before
    (packages / f"Jinja2-3.1.6.{ending}").rename(packages / f"Jinja2-3.1.7.{ending}")
    assert now() != before


@pytest.mark.usefixtures("copied")
def test_the_version_of_python_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = now()
    monkeypatch.setattr("sys.version", "4.0.0")
    assert now() != before


def test_every_file_of_the_program_is_read() -> None:
    """A new kind of file that the output is made from must not be forgotten."""
    others = {
        path.relative_to(HERE).as_posix()
        for path in HERE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in READ
    }
    unknown = {name for name in others - SHIPPED if not name.startswith(PREVIEW)}
    assert unknown == set()
