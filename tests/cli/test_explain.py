"""`biaogan build --explain PAGE`: every reason by a real edit, and every way to name a page."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.building.folder import look
from generator.cli.main import cli
from generator.errors import ConfigurationError
from tests.site.tools import ROOT, copy_toy

CASE = "cases/2022/2022-001.md"
STAYS = "不用重写：内容、模板、页头页脚和程序都和上次生成时一样，文件也原样还在。"
WRITTEN = "要重写，因为："


def explain(page: str) -> list[str]:
    result = CliRunner().invoke(cli, ["build", "--explain", page], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.stderr == ""
    return result.stdout.splitlines()


def build() -> None:
    result = CliRunner().invoke(cli, ["build", "-q"], catch_exceptions=False)
    assert (result.exit_code, result.output) == (0, "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with a theme of its own, built once."""
    root = copy_toy(tmp_path_factory.mktemp("explain") / "library")
    shutil.copytree(ROOT / "theme", root / "theme")
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace(str(ROOT / "theme"), "theme")
    config.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        build()
    return root


@pytest.fixture
def project(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(built)
    return built


@pytest.fixture
def edit(project: Path) -> Iterator[Callable[[str, str, str], None]]:
    """Change a file of the project; it is as before when the test ends."""
    before: dict[Path, bytes] = {}

    def change(path: str, old: str, new: str) -> None:
        file = project / path
        before.setdefault(file, file.read_bytes())
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    yield change
    for file, data in before.items():
        file.write_bytes(data)


Edit = Callable[[str, str, str], None]


@pytest.mark.usefixtures("project")
def test_a_page_that_stays() -> None:
    assert explain("2022-001") == [f"cases/2022-001/　模板 case.html　来源 {CASE}", STAYS]
    assert explain("index.html") == ["index.html　模板 home.html", STAYS]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "name",
    [
        "cases/2022-001/",
        "cases/2022-001",
        "/cases/2022-001/",
        "cases/2022-001/index.html",
        "/cases/2022-001/index.html",
        CASE,
        "2022-001",
        "https://library.example/cases/2022-001/",
        "https://library.example/cases/2022-001/index.html",
    ],
)
def test_every_way_to_name_a_page(name: str) -> None:
    assert explain(name)[0].startswith("cases/2022-001/　")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", ["", "/", "index.html", "/index.html", "https://library.example/"])
def test_every_way_to_name_the_home_page(name: str) -> None:
    assert explain(name)[0] == "index.html　模板 home.html"


@pytest.mark.usefixtures("project")
def test_an_address_as_a_browser_shows_it() -> None:
    (line, *_) = explain("cases/%32022-001/")
    assert line.startswith("cases/2022-001/")


@pytest.mark.usefixtures("project")
def test_a_file_that_is_no_html_is_a_page_too() -> None:
    assert explain("sitemap.xml")[0].startswith("sitemap.xml　")


@pytest.mark.usefixtures("project")
def test_an_unknown_page_names_the_nearest() -> None:
    result = CliRunner().invoke(cli, ["build", "--explain", "cases/2022-0011/"])
    assert isinstance(result.exception, ConfigurationError)
    said = str(result.exception)
    assert said.startswith("没有“cases/2022-0011/”这一页。是不是 cases/2022-001/？")


@pytest.mark.usefixtures("project")
def test_what_is_like_nothing_names_nothing() -> None:
    result = CliRunner().invoke(cli, ["build", "--explain", "ﬀﬀﬀﬀﬀﬀ"])
    assert str(result.exception) == "没有“ﬀﬀﬀﬀﬀﬀ”这一页。"


def reasons(page: str) -> set[str]:
    _, head, *lines = explain(page)
    assert head == WRITTEN
    assert all(line.startswith("- ") for line in lines)
    return {line.removeprefix("- ").partition("：")[0] for line in lines}


def test_a_body(edit: Edit) -> None:
    edit(CASE, "146 分钟缩短", "147 分钟缩短")
    assert "正文变了" in reasons("2022-001")
    assert f"- 正文变了：{CASE}" in explain("2022-001")
    assert explain("2022-002")[1] == STAYS
    assert explain("cases/")[1] == STAYS


def test_a_title(edit: Edit) -> None:
    edit(CASE, "构建数据驱动", "建设数据驱动")
    assert {"网址或标题变了", "页面显示的内容变了"} <= reasons("2022-001")
    assert reasons("cases/") == {"页面显示的内容变了"}
    assert explain("about")[1] == STAYS


def test_a_view_names_its_fields(edit: Edit) -> None:
    edit(CASE, "构建数据驱动", "建设数据驱动")
    (line,) = [line for line in explain("2022-001") if "显示的内容" in line]
    assert re.fullmatch(r"- 页面显示的内容变了：\w+(、\w+)*", line)


def test_a_template(edit: Edit) -> None:
    edit("theme/case.html", "{% import", "{# a comment #}{% import")
    assert reasons("2022-001") == {"模板变了"}
    assert "- 模板变了：case.html" in explain("2022-001")
    assert explain("index.html")[1] == STAYS


def test_a_template_that_others_import(edit: Edit) -> None:
    edit("theme/macros.html", "{% macro", "{# a comment #}{% macro")
    assert reasons("2022-001") == {"模板变了"}


def test_the_shell(edit: Edit) -> None:
    edit("mkdocs.yml", "示例经验库", "另一个经验库")
    assert "每页相同的部分变了" in reasons("2022-001")
    assert "每页相同的部分变了" in reasons("index.html")


def test_a_script_changes_its_address_in_the_shell(edit: Edit) -> None:
    script = next((ROOT / "theme/scripts").glob("*.js")).relative_to(ROOT).as_posix()
    text = (ROOT / script).read_text("utf-8")
    edit(script, text, text + "\nwindow.changed = 1;\n")
    assert reasons("2022-001") == {"每页相同的部分变了"}


def test_a_new_page(project: Path) -> None:
    new = project / "cases/2022/2022-009.md"
    new.write_bytes((project / "cases/2022/2022-002.md").read_bytes())
    try:
        assert reasons("2022-009") == {"上次生成时没有这一页"}
    finally:
        new.unlink()


@pytest.mark.parametrize("spoil", ["edited", "deleted"])
def test_a_file_that_somebody_touched(project: Path, spoil: str) -> None:
    page = project / "site/cases/2022-001/index.html"
    if spoil == "edited":
        page.write_bytes(page.read_bytes() + b" ")
    else:
        page.unlink()
    assert reasons("2022-001") == {"网站目录里的这个文件被改动或删除了"}
    build()
    assert explain("2022-001")[1] == STAYS


@pytest.mark.usefixtures("project")
def test_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.building.session.program_digest", lambda: b"another")
    assert reasons("2022-001") == {"程序或它所用的软件包换了版本"}


def test_to_explain_is_not_to_write(project: Path, edit: Edit) -> None:
    edit(CASE, "146 分钟缩短", "147 分钟缩短")
    before = look(project / "site")
    explain("2022-001")
    assert look(project / "site") == before


def test_a_library_with_errors_says_so(edit: Edit) -> None:
    edit(CASE, "year: 2022", "yaer: 2022")
    result = CliRunner().invoke(cli, ["build", "--explain", "2022-001"])
    assert isinstance(result.exception, ConfigurationError)
    assert "错误" in str(result.exception)


def test_before_the_first_build_every_page_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_toy(tmp_path / "library")
    monkeypatch.chdir(root)
    assert explain("2022-001")[1:] == [WRITTEN, "- 上次生成时没有这一页"]
    assert not (root / "site").exists()
