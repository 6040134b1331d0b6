"""The search works from all kinds of servers."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.nginx import BROTLI, served_by_nginx
from tests.browser.searching import (
    works,
)
from tests.browser.visiting import Windows

pytestmark = pytest.mark.needs("chromium")


@contextmanager
def plainly_served(folder: Path) -> Iterator[str]:
    """Serve a folder with `python -m http.server`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--directory", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def test_it_works_from_pythons_own_server_below_a_path(
    windows: Windows, real_site: Path, tmp_path: Path
) -> None:
    library = tmp_path / "a/库"
    library.parent.mkdir()
    library.symlink_to(real_site, target_is_directory=True)
    with plainly_served(tmp_path) as root, windows.visiting(f"{root}a/{quote('库')}/") as visit:
        works(visit)
        works(visit, "cases/")


@pytest.mark.needs("nginx")
def test_it_works_behind_nginx_with_gzip(windows: Windows, real_site: Path, tmp_path: Path) -> None:
    served_site = served_by_nginx(real_site, tmp_path, brotli=False)
    with served_site as root, windows.visiting(root) as visit:
        works(visit)
        works(visit, "cases/")


@pytest.mark.needs("nginx", BROTLI)
def test_it_works_behind_nginx_with_brotli(
    windows: Windows, real_site: Path, tmp_path: Path
) -> None:
    served_site = served_by_nginx(real_site, tmp_path, brotli=True)
    with served_site as root, windows.visiting(root) as visit:
        works(visit)
        works(visit, "cases/")
