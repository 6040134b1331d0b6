"""A small library made in memory: one of everything that a page can show."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.config import Config
from generator.library.captions import Captions, Cue
from generator.library.document import Document, DocumentFrontMatter
from generator.library.ids import EditionId
from generator.library.library import Library
from generator.pages.inputs import Inputs
from generator.pages.plan import plan
from generator.pages.planned import PlannedPage
from tests.pages.toy_cases import BODY, case, cases
from tests.pages.toy_papers import editions, notice, notices, vocabularies

__all__ = ["BODY", "case", "notice"]

CAPTIONS = "cases/2022/2022-001/film.vtt"
"""What is said in the first video of the first case."""


def config(**values: object) -> Config:
    """Give settings whose folders nobody opens."""
    root = Path("/nowhere")
    known: dict[str, object] = {
        "root": root,
        "cases_path": root / "cases",
        "notices_path": root / "notices",
        "redirects_path": root / "redirects.yml",
        "documents_path": root / "docs",
        "today": date(2000, 1, 1),
        "per_page": 2,
    }
    return Config(**{**known, **values})  # type: ignore[arg-type]


def library(word: str = "", redirects: Mapping[str, str] | None = None) -> Library:
    """Make the library; `word` is added to every text of it."""
    said = (Cue(0, 2, f"Said{word}"), Cue(2, 3.5, "and more"), Cue(170, 172, "at the end"))
    document = Document("docs/about.md", DocumentFrontMatter(title=f"About{word}"), BODY)
    return Library(
        {item.id: item for item in cases(word)},
        {item.id: item for item in notices(word)},
        {EditionId(item.id): item for item in editions(word)},
        vocabularies(word),
        redirects if redirects is not None else {"cases/old/": "cases/2022-001/"},
        {document.path: document},
        {CAPTIONS: Captions(word.encode(), lambda: said)},
    )


def many(count: int) -> Library:
    """Make a library of `count` plain cases of one year and one firm each."""
    held = [
        case(f"2022-{number:05}", enterprise=f"Firm {number}", methods=("spc",))
        for number in range(1, count + 1)
    ]
    plain = library()
    return replace(plain, cases={item.id: item for item in held}, notices={})


def inputs(held: Library | None = None, **settings: object) -> Inputs:
    """Give what views are made from."""
    known = library() if held is None else held
    return Inputs.of(known, Catalogue.of(known), config(**settings))


def planned(held: Library | None = None, **settings: object) -> dict[str, PlannedPage]:
    """Give the plan by address."""
    known = library() if held is None else held
    pages = plan(known, Catalogue.of(known), config(**settings))
    assert len({page.uri for page in pages}) == len(pages)
    return {page.uri: page for page in pages}


def labels_of(links: Iterable[object]) -> list[str]:
    """Give the labels of links."""
    return [str(getattr(link, "label", "")) for link in links]
