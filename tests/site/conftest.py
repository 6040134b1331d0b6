"""The real site, built once for all test processes."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.site.tools import ROOT, build


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site built from this repository's own content; tests only read it.

    The first of the processes that needs it builds it.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    root = base / "real"
    with (base / "real.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "ready").exists():
            root.mkdir(exist_ok=True)
            build(ROOT, root / "site")
            (root / "ready").touch()
    return root / "site"
