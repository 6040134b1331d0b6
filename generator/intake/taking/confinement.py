"""What a process that reads foreign documents may not do: grow, run on, or reach the network.

All of it holds for the programs that it starts too: pandoc and LibreOffice.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MEGABYTE: Final = 1024 * 1024
_NEW_USER: Final = 0x10000000
_NEW_NET: Final = 0x40000000
_SIGNAL_OF_PARENT: Final = 1
"""PR_SET_PDEATHSIG."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use."""

    seconds: int = 180
    """Wall time; LibreOffice on a slow machine needs ten."""
    processor_seconds: int = 120
    memory: int = 4096 * MEGABYTE
    """Address space; pandoc reserves two thirds of it and uses a few hundred megabytes."""
    file_size: int = 512 * MEGABYTE
    open_files: int = 1024
    """LibreOffice opens each picture of a .doc; 256 were too few for one of 6 MB."""


def confine(folder: Path, limits: Limits) -> None:
    """Confine this process for good, and keep all its temporary files in `folder`.

    The network is left where the system lets us (Linux); nothing of ours asks for it anyway.
    """
    for name in ("HOME", "TMPDIR", "TMP", "TEMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder)
    with suppress(ImportError):
        import resource  # noqa: PLC0415 -- Windows has none

        for kind, most in (
            (resource.RLIMIT_CPU, limits.processor_seconds),
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_FSIZE, limits.file_size),
            (resource.RLIMIT_NOFILE, limits.open_files),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            _leave_network()


def end_with_parent() -> None:
    """End this process when its parent is killed, where the system can do that (Linux)."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SIGNAL_OF_PARENT, signal.SIGKILL)


def _leave_network() -> None:
    """Enter a network of our own, with nobody in it."""
    library = ctypes.CDLL(None, use_errno=True)
    unshare: Callable[[int], int] = library.unshare
    user, group = os.getuid(), os.getgid()
    if unshare(_NEW_NET) == 0:
        return
    if unshare(_NEW_USER | _NEW_NET) == 0:  # what an ordinary user may do
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
