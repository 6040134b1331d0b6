"""One pandoc for all tests of EPUB files."""

from collections.abc import Iterator

import pytest

from generator.publication.word.pandoc import Pandoc


@pytest.fixture(scope="package")
def pandoc() -> Iterator[Pandoc]:
    """Give a running pandoc."""
    with Pandoc() as running:
        yield running
