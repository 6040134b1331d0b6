"""A real nginx in front of a folder, with compression of everything, as hosts set it up."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

BROTLI: Final = "/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so"
"""Debian package libnginx-mod-http-brotli-filter."""
_TRIES: Final = 100
_PATH: Final = "/under/a/path/"
_CONFIG: Final = """
{load}
daemon off;
master_process off;
pid {work}/pid;
error_log {work}/error.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    {compression}
    server {{
        listen 127.0.0.1:{port};
        location {path} {{
            alias {folder}/;
            error_page 404 {path}404.html;
        }}
    }}
}}
"""
# Every type, compressed or not: the worst that a host may do to bytes that are compressed already.
_GZIP: Final = "gzip on; gzip_types *; gzip_min_length 1;"
_BROTLI: Final = "brotli on; brotli_types *; brotli_min_length 1;"


@contextmanager
def served_by_nginx(folder: Path, work: Path, *, brotli: bool) -> Iterator[str]:
    """Serve a folder below a path of its own; gives the address, ending in '/'."""
    port = _free_port()
    config = _CONFIG.format(
        load=f"load_module {BROTLI};" if brotli else "",
        work=work,
        compression=_BROTLI if brotli else _GZIP,
        port=port,
        path=_PATH,
        folder=folder,
    )
    (work / "nginx.conf").write_text(config, encoding="utf-8")
    command = [shutil.which("nginx") or "nginx", "-p", str(work), "-c", str(work / "nginx.conf")]
    process = subprocess.Popen([*command, "-e", str(work / "error.log")])
    try:
        _wait(port, process)
        yield f"http://127.0.0.1:{port}{_PATH}"
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(_TRIES):
        assert process.poll() is None, "nginx stopped"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
