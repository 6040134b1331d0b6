"""One build from its lock to its manifest: unchanged, damaged, without a cache, all the same."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.building.engine import Tally
from generator.building.session import Frame, Outcome
from generator.errors import RefusedError
from generator.site import Site
from tests.building.project import Bench, nobody_waits

CASE = "cases/2022/2022-001.md"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Give a project that was built."""
    made = Bench(tmp_path)
    outcome = made.build()
    assert (outcome.is_unchanged, outcome.tally.pages) == (False, outcome.counts["pages"])
    assert outcome.counts["pages"] > 50
    return made


def test_nothing_changed_and_nothing_is_read(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_arguments: object) -> Site:
        raise AssertionError("nothing is to be read")

    monkeypatch.setattr("generator.building.session.prepare", never)
    before, counts = bench.tree(), bench.manifest().counts
    assert bench.build() == Outcome(counts, Tally(), is_unchanged=True)
    assert bench.tree() == before


def settings(bench: Bench) -> None:
    bench.config = replace(bench.config, per_page=3)


def stated(bench: Bench) -> None:
    bench.stated = "mkdocs.yml, changed"


def body(bench: Bench) -> None:
    bench.edit(CASE, "146 分钟", "147 分钟")


def template(bench: Bench) -> None:
    (bench.theme / "case.html").write_text("changed", encoding="utf-8")


def attachment(bench: Bench) -> None:
    (bench.config.root / "cases/2022/2022-001/form.csv").write_text("1", encoding="utf-8")


def picture(bench: Bench) -> None:
    (bench.config.root / "cases/2022/2022-001/loss.svg").write_text("<svg/>", encoding="utf-8")


def output(bench: Bench) -> None:
    (bench.site / "index.html").write_text("x", encoding="utf-8")


def output_gone(bench: Bench) -> None:
    shutil.rmtree(bench.site)


def output_more(bench: Bench) -> None:
    (bench.site / "cases" / "more.html").touch()


def notice_gone(bench: Bench) -> None:
    (bench.config.root / "notices/2022-06-10-city-call.md").unlink()


def manifest_gone(bench: Bench) -> None:
    shutil.rmtree(bench.config.root / ".cache/sites")


def cache_gone(bench: Bench) -> None:
    shutil.rmtree(bench.config.root / ".cache")


CHANGES = [settings, stated, body, template, attachment, picture, output, output_gone]
CHANGES += [output_more, notice_gone, manifest_gone, cache_gone]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_the_site_is_as_built_anew(
    bench: Bench, change: Callable[[Bench], None]
) -> None:
    change(bench)
    assert not bench.build().is_unchanged
    assert bench.tree() == bench.anew()
    assert bench.build().is_unchanged


def test_a_body_is_one_page(bench: Bench) -> None:
    body(bench)
    outcome = bench.build()
    assert bench.rendered == ["cases/2022-001/"]
    assert outcome.tally.pages == 1


def test_a_template_is_the_pages_of_its_kind(bench: Bench) -> None:
    template(bench)
    bench.build()
    assert bench.rendered
    assert {uri.rpartition("/")[0].partition("/")[0] for uri in bench.rendered} == {"cases"}


def test_another_frame_is_every_page(bench: Bench) -> None:
    bench.theme_says = "another"
    (bench.theme / "new.html").touch()
    assert bench.build().tally.pages == len(bench.manifest().pages)


def test_a_picture_that_is_missing_now_is_an_error(bench: Bench) -> None:
    (bench.config.root / "cases/2022/2022-001/loss.svg").unlink()
    before = bench.tree()
    with pytest.raises(RefusedError):
        bench.build()
    assert bench.tree() == before


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-200:] = bytes(200)
    path.write_bytes(data)


def test_a_damaged_cache_is_forgotten_and_the_build_succeeds(bench: Bench) -> None:
    """A text that a page shows, a text that a new pack takes over, and the rest of the cache."""
    for path in (bench.config.root / ".cache").rglob("*"):
        if path.is_file():
            spoil(path)
    bench.edit(CASE, "146 分钟", "147 分钟")
    bench.theme_says = "all pages are written"
    (bench.theme / "new.html").touch()
    bench.build()
    assert bench.tree() == bench.anew()
    assert bench.build().is_unchanged


def test_a_text_that_is_damaged_while_pages_are_written(bench: Bench) -> None:
    """The recipe reads the library again and writes with that."""
    bench.theme_says = "all pages are written"
    (bench.theme / "new.html").touch()
    session = bench.session()
    try:
        site = session.begin(nobody_waits)
        assert site
        bench.rendered.clear()
        for path in (bench.config.root / ".cache/reading").glob("*.pack"):
            with path.open("r+b") as file:  # the file that is open, not one in its place
                file.seek(-50, 2)
                file.write(bytes(50))
        session.write(site, bench.materials(site), {"pages": len(site.pages)})
    finally:
        session.end()
    assert len(bench.rendered) > len(set(bench.rendered)) == len(site.pages)  # it began again
    assert bench.tree() == bench.anew()
    assert bench.build().is_unchanged


def test_where_no_cache_can_be_each_build_writes_what_a_clean_one_does(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    (bench.config.root / ".cache").write_bytes(b"a file in its place")
    assert bench.build().tally.pages > 50
    again = bench.build()
    assert (again.is_unchanged, again.tally.pages) == (False, 0)
    (bench.config.root / ".cache").unlink()
    assert bench.tree() == bench.anew()


def test_to_look_writes_nothing_and_waits_for_nobody(bench: Bench) -> None:
    body(bench)
    holder = bench.session()
    before = bench.tree()
    holder._lock.take(nobody_waits)
    looking = bench.session()
    site = looking.look()
    pages = looking.pages(site, Frame(b"frame", ()), bench.render)
    (page,) = [page for page in site.pages if page.uri == "cases/2022-001/"]
    assert ("body", (CASE,)) in pages.reasons(page)
    looking.end()
    holder.end()
    assert bench.tree() == before


def test_to_look_before_the_first_build_is_to_see_only_new_pages(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    looking = bench.session()
    shutil.rmtree(bench.site)
    site = looking.look()
    pages = looking.pages(site, Frame(b"frame", ()), bench.render)
    assert list(pages.reasons(site.pages[0])) == [("new", ())]
    looking.end()
    assert not bench.site.exists()


def test_the_folder_is_free_again_whatever_happened(bench: Bench) -> None:
    (bench.config.root / CASE).write_text("---\nx: 1\n---\n", encoding="utf-8")
    with pytest.raises(RefusedError):
        bench.build()
    bench.session()._lock.take(nobody_waits)


def test_several_folders_do_not_disturb_each_other(bench: Bench) -> None:
    first, bench.site = bench.site, bench.root / "second"
    bench.build()
    assert bench.build().is_unchanged
    bench.site = first
    assert bench.build().is_unchanged
