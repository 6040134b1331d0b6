"""What is written after the pages: the finder's data, and the documents beside the pages.

In the preview the finder's data comes later, in a thread, and documents are not made at all.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.building.engine import Published
from generator.config import Config
from generator.errors import BiaoganError
from generator.processes import available
from generator.progress import Progress
from generator.search.publish import Publication, cache_of, write_search
from generator.search.store import MANIFEST
from generator.site import Site
from generator.strings import text

if TYPE_CHECKING:
    from generator.publication.making.run import Failure


def index(site: Site, ours: Config, folder: Path) -> frozenset[str]:
    """Write what the finder reads; raises BiaoganError with the reason when that fails."""
    processes = available(ours.processes)
    publication = Publication(folder, cache_of(ours), processes, facts=site.facts)
    try:
        return write_search(site.catalogue, ours, publication)
    except BiaoganError:
        raise
    except Exception as error:
        # Whatever it is: no traceback tells an editor.
        raise BiaoganError(text("cli.build.search_failed", reason=error)) from error


def found(folder: Path) -> frozenset[str]:
    """Give the files of the finder that lie in the site's folder."""
    below = (folder / MANIFEST).parent.rglob("*")
    return frozenset(path.relative_to(folder).as_posix() for path in below if path.is_file())


def index_for_preview(
    site: Site, ours: Config, folder: Path, is_wanted: Callable[[], bool]
) -> None:
    """Index for the preview; a failure is worth a line and stops nothing."""
    try:
        publication = Publication(folder, cache_of(ours), 1, is_wanted, facts=site.facts)
        write_search(site.catalogue, ours, publication)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the preview goes on
        # The preview's folder goes away when it is stopped.
        if is_wanted():
            click.echo(text("cli.serve.search_failed", reason=error), err=True)


def blanks(ours: Config) -> Mapping[str, bytes]:
    """Give the Word files that readers fill in, by their addresses; the pages offer them always."""
    # Here: a build that has nothing to do does not load what makes them.
    from generator.publication.forms.making import blank_documents  # noqa: PLC0415

    return blank_documents(ours.forms)


def documents(site: Site, ours: Config, folder: Path, progress: Progress) -> Published:
    """Make the documents that mkdocs.yml asks for; what fails stops no other."""
    if not ours.documents:
        return Published()
    # Here: a build without documents does not load pandoc, Typst and their like.
    from generator.publication.making.beside import publish  # noqa: PLC0415
    from generator.publication.making.desk import Stock  # noqa: PLC0415

    stock = Stock(site.library, site.catalogue, site.files, site.facts)
    made = publish(stock, ours, folder, progress)
    return Published(made.files, tuple(map(_said, made.failures)), made.made)


def _said(failure: "Failure") -> str:
    first, count = failure.paths[0], len(failure.paths)
    return text("publication.not_made", reason=failure.reason, path=first, count=count)
