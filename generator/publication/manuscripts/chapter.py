"""One case as the text of a document, whatever form it then takes."""

from dataclasses import dataclass

from generator.library.paper import PaperRule
from generator.publication.blocks.tree import Blocks, BodyTree, Inlines


@dataclass(frozen=True, slots=True)
class Chapter:
    """All that a document says of a case, in this order; the page says the same.

    Title, byline, mark, summary below its heading, body, appendix, colophon.
    """

    number: str
    """The permanent id of the case."""
    title: str
    byline: str
    """The enterprise."""
    mark: str
    """Words that say that the case is fictional, or empty; never left out where they are."""
    summary_heading: str
    summary: Blocks
    """Empty where there is none: then the heading is left out too."""
    body: BodyTree
    appendix: Blocks
    """Indicators and honours: headings of level 2 without a number, a table, a list."""
    colophon: tuple[Inlines, ...]
    """Lines at the end: number, address, sources."""
    address: str
    """Absolute address of the page, or empty where the site does not know its own."""
    paper: PaperRule
    issued_on: str
    """ISO day of approval, or empty."""
    methods: tuple[str, ...] = ()
    """Labels, for an index."""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every document says of where it comes from."""

    site: str
    """Name of the site."""
    address: str
    """Its absolute address, or empty."""
    language: str
    """BCP 47: zh-Hans."""
