"""A toy library to write in, and one to look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.once import once
from tests.serving.tools import Running, running
from tests.site.tools import build, copy_toy


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a toy library that a test may change."""
    return copy_toy(tmp_path / "library")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site that a build makes of the toy library; tests only read it."""
    return once(tmp_path_factory, "toy", _build_toy) / "site"


def _build_toy(folder: Path) -> None:
    build(copy_toy(folder / "library"), folder / "site")


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a running preview that tests only look at."""
    with running(copy_toy(tmp_path_factory.mktemp("served") / "library")) as preview:
        yield preview.ready()
