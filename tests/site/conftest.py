"""The real site, built once for all test processes."""

from pathlib import Path

import pytest

from tests.once import once
from tests.site.tools import ROOT, build

HERE = {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"}
"""Where the real site is built; test_determinism.py builds it elsewhere."""


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site built from this repository's own content; tests only read it.

    The first of the processes that needs it builds it.
    """
    return once(tmp_path_factory, "real", lambda root: build(ROOT, root / "site", **HERE)) / "site"
