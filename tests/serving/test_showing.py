"""Changes are shown, faults are said and leave the last good pages, and a mend goes on."""

import shutil
import threading
from collections.abc import Callable, Collection
from pathlib import Path

from generator.serving.snapshot import Snapshot
from tests.serving.tools import CASE, Reply, Running, maker_at, running, until

PAGE = "/cases/2020-001/"
OTHER = "cases/2022/2022-001.md"
WORDS = "新加的一句话。"
TITLE = "一个别的题目"


def holds(words: str) -> Callable[[Reply], bool]:
    return lambda reply: words in reply.text


def problems(preview: Running) -> list[str]:
    """Wait until something is wrong; give where."""
    told = until(preview.changes, lambda told: bool(told["problems"]))
    return [problem["place"] for problem in told["problems"]]


def test_a_saved_text_is_on_its_page_and_the_lists_stay(root: Path) -> None:
    with running(root) as preview:
        before = preview.ready().ask("/cases/").text
        site = preview.changes()["site"]
        preview.append(CASE, WORDS)
        preview.until(PAGE, holds(WORDS))
        told = until(preview.changes, lambda told: told["site"] != site)
        assert told["problems"] == []
        assert strip(preview.ask("/cases/").text) == strip(before)
        assert preview.heard.changes == [{"2020-001.md"}]


def strip(html: str) -> str:
    """Leave out the tokens."""
    return "\n".join(line for line in html.splitlines() if "data-state" not in line)


def test_a_new_title_is_on_its_page_and_then_in_the_lists(root: Path) -> None:
    with running(root) as preview:
        title = titled(preview.ready().root)
        preview.edit(CASE, f"title: {title}", f"title: {TITLE}")
        preview.until(PAGE, holds(TITLE))
        preview.until("/years/2020/", holds(TITLE))
        assert title not in preview.ask("/years/2020/").text


def titled(root: Path) -> str:
    lines = (root / CASE).read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("title: ") for line in lines if line.startswith("title: "))


def test_a_new_and_a_removed_case_are_seen(root: Path) -> None:
    with running(root) as preview:
        text = (preview.ready().root / CASE).read_text(encoding="utf-8")
        new = text.replace("number: 1\n", "number: 77\n")
        (root / "cases/2020/2020-077.md").write_text(new, encoding="utf-8")
        preview.until("/cases/2020-077/", lambda reply: reply.status == 200)
        (root / "cases/2020/2020-077.md").unlink()
        preview.until("/cases/2020-077/", lambda reply: reply.status == 404)


def test_a_fault_keeps_the_last_good_page_until_it_is_mended(root: Path) -> None:
    with running(root) as preview:
        good = strip(preview.ready().ask(PAGE).text)
        preview.edit(CASE, "---\n", "---\nenterprize: x\n")
        assert problems(preview) == [f"{CASE}:2:1"]
        assert strip(preview.ask(PAGE).text) == good
        # A good change elsewhere does not hide it.
        preview.append(OTHER, WORDS)
        until(lambda: preview.heard.problems, lambda seen: len(seen) > 1)
        assert problems(preview) == [f"{CASE}:2:1"]
        preview.edit(CASE, "enterprize: x\n", "")
        preview.until("/cases/2022-001/", holds(WORDS))
        assert preview.changes()["problems"] == []


def test_a_fault_that_only_the_whole_library_shows_is_said_too(root: Path) -> None:
    with running(root) as preview:
        preview.ready().append(CASE, "见[另一项](2020-099.md)。")
        places = problems(preview)
        assert all(place.startswith(f"{CASE}:") for place in places)
        preview.edit(CASE, "见[另一项](2020-099.md)。", WORDS)
        preview.until(PAGE, holds(WORDS))
        until(preview.changes, lambda told: not told["problems"])


def test_a_broken_mkdocs_yml_is_said_and_after_the_mend_it_goes_on(root: Path) -> None:
    with running(root) as preview:
        name = "示例经验库"
        assert name in preview.ready().ask("/").text
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
        until(preview.changes, lambda told: bool(told["problems"]))
        assert "mkdocs.yml" in preview.heard.problems[-1][0].message
        assert name in preview.ask("/").text
        preview.append(CASE, WORDS)  # noticed, though not shown yet
        until(lambda: preview.heard.problems, lambda seen: len(seen) > 1)
        (root / "mkdocs.yml").write_text(text.replace(name, "别的名字"), encoding="utf-8")
        preview.until("/", holds("别的名字"))
        preview.until(PAGE, holds(WORDS))


def own_theme(root: Path) -> Path:
    """Give the library a theme of its own, a copy of ours."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    ours = Path(__file__).parents[2] / "theme"
    shutil.copytree(ours, root / "theme")
    (root / "mkdocs.yml").write_text(text.replace(str(ours), "theme"), encoding="utf-8")
    return root / "theme"


def test_a_template_and_a_sheet_are_shown_and_a_broken_template_is_not(root: Path) -> None:
    theme = own_theme(root)
    with running(root) as preview:
        style = preview.ready().ask("/assets/biaogan.css").text
        (theme / "styles/99-mine.css").write_text(".mine { color: red; }\n", encoding="utf-8")
        preview.until("/assets/biaogan.css", lambda reply: reply.text != style)
        good = (theme / "case.html").read_text(encoding="utf-8")
        (theme / "case.html").write_text(good + "{% if %}", encoding="utf-8")
        assert problems(preview)[0].startswith("theme/case.html:")
        assert preview.ask(PAGE).status == 200
        mine = good.replace('<article class="case', '<p>我的</p><article class="case')
        (theme / "case.html").write_text(mine, encoding="utf-8")
        preview.until(PAGE, holds("<p>我的</p>"))


def test_a_template_that_fails_when_it_is_shown_says_where(root: Path) -> None:
    theme = own_theme(root)
    with running(root) as preview:
        good = (theme / "case.html").read_text(encoding="utf-8")
        preview.ready()
        wrong = good.replace("{{ view.number }}", "{{ view.nummer }}")
        assert wrong != good
        (theme / "case.html").write_text(wrong, encoding="utf-8")
        reply = preview.until(PAGE, lambda reply: reply.status == 500)
        line = wrong[: wrong.index("view.nummer")].count("\n") + 1
        assert f"theme/case.html:{line}" in reply.text
        assert "Traceback" not in reply.text
        assert preview.ask("/").status == 200


def test_the_first_page_waits_and_tells_how_much_is_read(root: Path) -> None:
    maker, go = maker_at(root), threading.Event()
    make = maker.make

    def slowly(changed: Collection[Path]) -> Snapshot:
        assert go.wait(60)
        return make(changed)

    maker.make = slowly  # type: ignore[method-assign]
    with running(root, maker) as preview:
        count = sum(len([*root.glob(f"{name}/**/*.md")]) for name in ("cases", "notices", "docs"))
        waiting = preview.until("/cases/", holds(f"正在读取 {count} 项内容"))
        assert waiting.status == 503
        assert "data-own" in waiting.text
        go.set()
        preview.ready()
        assert preview.ask("/cases/").status == 200


def test_faults_of_the_first_reading_are_a_page(root: Path) -> None:
    path = root / CASE
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("---\n", "---\n<b>: x\n", 1), encoding="utf-8")
    with running(root) as preview:
        reply = preview.until("/", holds(f"{CASE}:2:1"))
        assert reply.status == 503
        assert "<b>: x" not in reply.text
        assert "&lt;b&gt;" in reply.text
        path.write_text(good, encoding="utf-8")
        preview.until("/", lambda reply: reply.status == 200)
