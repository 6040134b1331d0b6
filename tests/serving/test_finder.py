"""What the search reads is made beside the pages, and is gone with the preview."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.serving import finder
from generator.serving.finder import SearchData
from generator.serving.making import SiteMaker
from tests.serving.tools import CASE, project_at, running, until
from tests.site.tools import copy_toy, tree


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "DELAY", 0.0)


def test_the_search_reads_what_a_build_writes(built: Path, tmp_path: Path) -> None:
    names = [name for name in tree(built) if name.startswith("search/") and "." in name]
    with running(copy_toy(tmp_path / "library"), with_search=True) as preview:
        preview.until("/search/index.json", lambda reply: reply.status == 200)
        for name in names:
            reply = preview.ask(f"/{name}")
            if name.endswith("index.html"):
                continue
            assert (name, reply.status, reply.data) == (name, 200, (built / name).read_bytes())
        first = preview.ask("/search/index.json").data
        preview.append(CASE, "从未写过的词语甲乙丙丁。")
        preview.until("/search/index.json", lambda reply: reply.data != first)
        assert preview.ask("/search/").status == 200


@pytest.fixture
def data() -> Iterator[SearchData]:
    made = SearchData()
    yield made
    made.close()


def test_what_is_overtaken_leaves_nothing_and_closing_removes_all(
    root: Path, data: SearchData
) -> None:
    project = project_at(root)
    snapshot = SiteMaker(lambda: project, project).make(())
    data.update(snapshot)
    data.update(snapshot)
    until(lambda: data.file("search/index.json"), bool)
    folder = data.file("search/index.json")
    assert folder is not None
    home = folder.parents[2]
    assert [path.name for path in home.iterdir()] == ["2"]
    for name in ("search/../../../etc/passwd", "search/", "search/.hidden", "index.json", ""):
        assert data.file(name) is None
    data.close()
    assert not home.exists()
