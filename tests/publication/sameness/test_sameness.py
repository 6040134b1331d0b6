"""The page, the Word file, the PDF and the EPUB of a case say the same, character for character.

White space does not count, and a formula is one sign: its place is compared, not its form.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.publication.blocks.tree import Paragraph, Text
from generator.publication.word.pandoc import Pandoc
from tests.publication.sameness.extracting import page_said
from tests.publication.sameness.said import chapter_said
from tests.publication.sameness.works import Shop, Work, sampler_work, without_documents, works_of
from tests.site.tools import build, copy_project, copy_toy

FORMS = ("word", "epub", "pdf")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("sameness")
    works: dict[str, Work] = {"sampler": sampler_work()}
    for name, project, site_url in (
        ("toy", copy_toy(folder / "toy"), ""),
        ("real", copy_project(folder / "real"), "https://example.org/lib/"),
    ):
        built = build(without_documents(project), folder / f"{name}-site")
        found = works_of(project, built, site_url)
        works |= {f"{name} {case}": work for case, work in found}
    with Pandoc() as pandoc:
        yield Shop(pandoc, works)


def test_there_is_something_to_compare(shop: Shop) -> None:
    assert {"sampler", "toy 2022-001", "real 2022-d03"} <= shop.works.keys()
    assert all(work.chapter.body.blocks for work in shop.works.values())
    assert any(work.chapter.body.notes for work in shop.works.values())


@pytest.mark.parametrize("form", FORMS)
def test_documents_say_the_same(shop: Shop, form: str) -> None:
    for name, work in shop.works.items():
        found, wanted = getattr(shop, form)(work), chapter_said(work.chapter)
        assert found.text == wanted.text, name
        assert found.notes == wanted.notes, name


def test_pages_say_the_same(shop: Shop) -> None:
    """The page has its own words for the mark and for where a case comes from."""
    for name, work in shop.works.items():
        if work.page:
            found = page_said(work.page.read_text(encoding="utf-8"))
            assert found == chapter_said(replace(work.chapter, mark="", colophon=())), name


@pytest.mark.parametrize("form", FORMS)
def test_a_changed_character_is_found(shop: Shop, form: str) -> None:
    """Once in the text and once in a note."""
    work = shop.works["sampler"]
    body = work.chapter.body
    said = getattr(shop, form)(work)
    more = (Paragraph((Text("字"),)),)
    in_text = replace(work.chapter, body=replace(body, blocks=body.blocks + more))
    notes = (*body.notes[:-1], body.notes[-1] + more)
    in_note = replace(work.chapter, body=replace(body, notes=notes))
    assert getattr(shop, form)(replace(work, chapter=in_text)).text != said.text
    assert getattr(shop, form)(replace(work, chapter=in_note)).notes != said.notes
    assert chapter_said(in_note) == getattr(shop, form)(replace(work, chapter=in_note))


def test_a_changed_character_of_a_page_is_found(shop: Shop) -> None:
    page = shop.works["toy 2022-001"].page
    assert page
    written = page.read_text(encoding="utf-8")
    assert page_said(written.replace("千分尺", "千分表")) != page_said(written)
    assert page_said(written.replace("从发生到发现", "从发生至发现")) != page_said(written)
