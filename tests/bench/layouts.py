"""The synthetic cases as each program wants them: the same text, facts and indicators.

Ours, Hugo and Eleventy make the same catalogue pages of 20 cases each for seven dimensions;
MkDocs and Zensical alone have none.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tests.bench import library_layout, mkdocs_layout, themed_layout
from tests.bench.synthesis import SyntheticCase, make_case, write, write_new

CHUNK: Final = 250
"""Cases that a process writes in one go."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a program's project is laid out."""

    begin: Callable[[Path, int], None]
    """Writes all but the cases into an empty folder."""
    case_text: Callable[[SyntheticCase], str]
    source: Callable[[int], str]
    """Where the case of an index is written, below the project."""
    page: Callable[[int], str]
    """Where its page is, below the site."""


LAYOUTS: Final[Mapping[str, Layout]] = {
    "biaogan": Layout(
        library_layout.begin,
        library_layout.case_text,
        library_layout.source,
        library_layout.page,
    ),
    "mkdocs": Layout(
        mkdocs_layout.begin, mkdocs_layout.case_text, mkdocs_layout.source, mkdocs_layout.page
    ),
    "hugo": Layout(
        themed_layout.hugo, themed_layout.case_text, themed_layout.source, themed_layout.page
    ),
    "eleventy": Layout(
        themed_layout.eleventy, themed_layout.case_text, themed_layout.source, themed_layout.page
    ),
}


def write_project(name: str, root: Path, count: int, processes: int = 1) -> None:
    """Write a program's project anew, its cases by several processes."""
    write_new(root)
    LAYOUTS[name].begin(root, count)
    chunks = [range(start, min(start + CHUNK, count)) for start in range(0, count, CHUNK)]
    if processes == 1 or len(chunks) == 1:
        for chunk in chunks:
            write_cases(chunk, name, root)
        return
    with ProcessPoolExecutor(processes) as pool:
        for _ in pool.map(partial(write_cases, name=name, root=root), chunks):
            pass


def write_cases(indices: range, name: str, root: Path) -> None:
    """Write some of the cases."""
    layout = LAYOUTS[name]
    for index in indices:
        write(root / layout.source(index), layout.case_text(make_case(index)))
