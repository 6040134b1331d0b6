"""One pandoc for all tests of this folder; documents are made once."""

from collections.abc import Iterator

import pytest

from generator.publication.word.case import write_case
from generator.publication.word.pandoc import Pandoc
from tests.publication.word.docx import Docx
from tests.publication.word.samples import EVERYTHING, IMPRINT, chapter_of


@pytest.fixture(scope="session")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as started:
        yield started


@pytest.fixture(scope="session")
def everything(pandoc: Pandoc) -> Docx:
    """A case with every kind of block and inline, in the form of 2022."""
    return Docx(write_case(chapter_of(EVERYTHING), IMPRINT, pandoc))
