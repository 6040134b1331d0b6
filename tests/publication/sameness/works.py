"""The cases that are compared, and the tools that make documents of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from generator.cli.project import load_settings
from generator.pages.inputs import Inputs
from generator.publication.epub.case import write_case as write_epub
from generator.publication.manuscripts.case import chapter as chapter_of
from generator.publication.manuscripts.case import has_text, imprint
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.publication.pdf.case import print_case
from generator.publication.pdf.fonts import find_fonts
from generator.publication.pdf.press import Press
from generator.publication.word.case import write_case as write_word
from generator.publication.word.pandoc import Pandoc
from generator.site import prepare
from generator.strings import text
from tests.publication.sameness import sampler
from tests.publication.sameness.extracting import epub_said, word_said
from tests.publication.sameness.pdf import pdf_said
from tests.publication.sameness.said import Said


@dataclass(frozen=True, slots=True)
class Work:
    """A case, and what is to be compared."""

    chapter: Chapter
    imprint: Imprint
    page: Path | None = None
    """Its built page; the sampler has none."""


class Shop:
    """The tools, and the works by name."""

    def __init__(self, pandoc: Pandoc, works: Mapping[str, Work]) -> None:
        self.pandoc = pandoc
        self.press = Press(find_fonts({}, ()))
        self.works = works

    def word(self, work: Work) -> Said:
        """Give what its Word file says."""
        return word_said(write_word(work.chapter, work.imprint, self.pandoc))

    def epub(self, work: Work) -> Said:
        """Give what its EPUB says."""
        return epub_said(write_epub(work.chapter, work.imprint, self.pandoc))

    def pdf(self, work: Work) -> Said:
        """Give what its PDF says, without the hint below the code to scan."""
        found = pdf_said(print_case(work.chapter, work.imprint, self.press, self.pandoc))
        if not work.chapter.address:
            return found
        hint = text("publication_pdf.case.scan")
        assert found.text.endswith(hint)
        return replace(found, text=found.text.removesuffix(hint))


def sampler_work() -> Work:
    """Give the sampler."""
    return Work(sampler.chapter(), sampler.IMPRINT)


def without_documents(project: Path) -> Path:
    """Set a copied project so that its build makes pages alone."""
    path = project / "mkdocs.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    for plugin in config["plugins"]:
        if isinstance(plugin, dict):
            plugin["biaogan"].pop("documents", None)
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return project


def works_of(project: Path, built: Path, site_url: str) -> Iterator[tuple[str, Work]]:
    """Yield the cases of a project that have a text, by name; `built`: the folder of its site.

    A site that knows its own address has links where another has words: the text is the same.
    """
    config = replace(load_settings(str(project / "mkdocs.yml")), site_url=site_url)
    site = prepare(config)
    inputs = Inputs.of(site.library, site.catalogue, config)
    files = {one.uri: config.root / one.path for one in site.files}
    for case in site.library.cases.values():
        if has_text(case):
            page = built / "cases" / case.id / "index.html"
            yield case.id, Work(chapter_of(inputs, case, files), imprint(inputs), page)
