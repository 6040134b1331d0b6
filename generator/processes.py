"""How many processes a build uses, and how they start; one answer for reading and writing."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def available(configured: int) -> int:
    """Give the number of processes: as configured, or the cores this program may use."""
    if configured:
        return configured
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def without_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector: reading makes much that lives on and no cycles.

    Measured on 10,000 cases: reading took 17 s with the collector, 12 s without.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait until a process was forked.

    Python drops a KeyboardInterrupt that comes within one of its hooks of a fork. The child keeps
    the signal out for as long as it lives.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows, which does not fork
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def can_fork() -> bool:
    """Tell whether a fork is safe: not with several threads (the live preview), they may hang."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
