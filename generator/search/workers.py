"""The parts of a piece of work in several processes, their results in order."""

import gc
import multiprocessing
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

from generator import processes

Result = TypeVar("Result")

_work: list[Callable[[int], Any]] = []
"""In a forked process what it is to do: it came with the fork and was never sent."""


def _begin(function: Callable[[int], Any]) -> None:
    gc.disable()  # a collection would touch, so copy, every page of the fork
    _work.append(function)


def _call(part: int) -> Any:  # noqa: ANN401  (whatever the work gives)
    return _work[-1](part)


def in_parts(
    function: Callable[[int], Result], parts: int, count: int
) -> Generator[Result, None, None]:
    """Yield `function(0)`, `function(1)`, …, made by up to `count` forked processes.

    In this process alone where a fork is not safe, or for one part. What a function raises is
    raised here. Closed early, it leaves out the parts that nobody has begun.
    """
    count = min(count, parts)
    if count <= 1 or not processes.can_fork():
        yield from map(function, range(parts))
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, context, _begin, (function,)) as pool:
        yield from pool.map(_call, range(parts))
