"""The preview as a whole: what is started together and stopped together."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.serving.board import Board
from generator.serving.changes import Changes
from generator.serving.finder import SearchData
from generator.serving.loop import Loop, Report
from generator.serving.making import Maker
from generator.serving.server import Desk, Server
from generator.serving.watching import Watcher


@dataclass(frozen=True, slots=True)
class Address:
    """Where the preview listens."""

    host: str
    port: int
    """0 takes any that is free."""


@contextmanager
def previewing(
    maker: Maker, address: Address, report: Report, *, with_search: bool = True
) -> Iterator[Server]:
    """Listen, and read in a thread of its own, until the block ends.

    The server answers as soon as its `serve_forever` runs. Raises OSError when the address cannot
    be listened at.
    """
    board, changes = Board(), Changes()
    search = SearchData() if with_search else None
    try:
        server = Server(address.host, address.port, Desk(board, search.file if search else _none))
    except OSError:
        if search:
            search.close()
        raise
    watcher = Watcher(changes.add)
    loop = Loop(maker, board, changes, watcher, report, search)
    threading.Thread(target=loop.run, daemon=True).start()
    try:
        yield server
    finally:
        changes.stop()
        watcher.stop()
        server.server_close()
        if search:
            search.close()


def _none(_uri: str) -> Path | None:
    return None
