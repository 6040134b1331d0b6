"""How many processes a build uses, and how they start; one answer for reading and writing."""

import multiprocessing
import os
import threading


def available(configured: int) -> int:
    """Give the number of processes: as configured, or the cores this program may use."""
    if configured:
        return configured
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Tell whether a fork is safe: not with several threads (the live preview), they may hang."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
