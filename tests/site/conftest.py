"""The real site and the toy site, built once a test process."""

from pathlib import Path

import pytest

from tests.site.tools import ROOT, build


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site built from this repository's own content."""
    return build(ROOT, tmp_path_factory.mktemp("real") / "site")
