"""Work shared out over processes, with results in order; alone where sharing would not pay."""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, BinaryIO, Final, NoReturn, TypeVar

from generator.errors import BiaoganError
from generator.processes import can_fork
from generator.strings import text

Item = TypeVar("Item")
Result = TypeVar("Result")

_given: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What this process was given when it started; no other process sees it."""
FORK: Final = 1
SPAWN: Final = 4
"""What starting a process costs, in forks: a fork is there at once, a spawn imports everything."""


def each(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    processes: int,
    is_much: Callable[[int], bool] = lambda _costs: True,
) -> Iterator[Result]:
    """Give `function(item)` of each item, in order.

    `is_much(costs)` tells whether sharing pays where starting a process costs so many forks. What
    a process was given by a fork is at hand without a copy; by a spawn it must be picklable.
    Raises what the function raises, and BiaoganError when a process dies.
    """
    start = "fork" if can_fork() else "spawn"
    count = min(processes, len(items))
    if count <= 1 or not is_much(FORK if start == "fork" else SPAWN):
        yield from map(function, items)
        return
    # Here: a build that shares nothing out does not pay for it.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    context = multiprocessing.get_context(start)
    gc.freeze()  # what is there stays there: a collection in a fork would copy all of it
    try:
        with ProcessPoolExecutor(count, context, _begin, (function, items)) as pool:
            yield from pool.map(_one, range(len(items)))
    except BrokenProcessPool as error:
        raise BiaoganError(text("cli.build.process_failed")) from error
    finally:
        gc.unfreeze()


@contextmanager
def beside(function: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begin a function in a forked process; give what waits for its value.

    Where a fork is not safe or its process fails, the one who asks for the value does the work.
    """
    if not can_fork():
        yield function
        return
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _tell(function, reader, writer)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as pipe:
            yield partial(_heard, pipe, function)
    finally:
        with suppress(ChildProcessError):  # whoever started us wants to hear of no process
            os.waitpid(child, 0)


def _tell(function: Callable[[], object], reader: int, writer: int) -> NoReturn:
    """Do the work of a forked process and leave; when its parent is gone, writing fails."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.close(reader)
        data = pickle.dumps(function(), 5)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data)
    finally:
        os._exit(0)


def _heard(pipe: BinaryIO, function: Callable[[], Result]) -> Result:
    try:
        found: Result = pickle.loads(pipe.read())  # noqa: S301 -- our own process wrote it
    except (EOFError, pickle.UnpicklingError):
        return function()
    return found


def _begin(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
    global _given  # noqa: PLW0603 -- the one way to hand something to a process of a pool
    _given = function, items
    gc.disable()  # short-lived, and what it makes has no cycles
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who waits for us
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Leave when the parent was killed: nobody waits for the work, and a new build may begin."""
    from multiprocessing import connection  # noqa: PLC0415

    parent = multiprocessing.parent_process()
    assert parent is not None, "a process of a pool has a parent"
    connection.wait([parent.sentinel])
    os._exit(1)


def _one(number: int) -> Any:  # noqa: ANN401 -- whatever the function gives
    assert _given is not None, "the pool begins with _begin"
    function, items = _given
    return function(items[number])
