"""Pages: which must be written, and writing them.

A page is written anew when its manifest entry is not what it is now, or when the file does not lie
in the folder as it was left. Its view is only made when it may have changed: while the facts of the
library are the same, the view of no page can be another, and only texts of bodies are compared.
"""

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, NamedTuple

from generator.building.folder import Found, SiteFolder
from generator.building.manifest import Manifest, PageEntry, Surroundings
from generator.digests import Signature, digest_of, file_digest
from generator.pages import routes
from generator.pages.digest import Digester
from generator.pages.planned import PlannedPage
from generator.pools import FORK, each
from generator.progress import Progress

RUN: Final = 50
"""Pages that a process takes at a time. Pages of one kind stand together: what a run looks at lies
together in memory, so that a fork copies little."""
ALONE: Final = 400
"""Up to so many pages one process is fast enough: a fork costs what it saves."""

Render = Callable[[PlannedPage, object], str]
"""Gives a page's HTML from its view."""


class Written(NamedTuple):
    """What became of one page."""

    file: str
    """Its path below the site's folder."""
    entry: PageEntry
    bytes: int
    """How many were written; 0 when the file stayed."""


@dataclass(frozen=True)
class Pages:
    """The pages of a site, and what is known of them from the build before."""

    planned: Sequence[PlannedPage]
    bodies: Mapping[str, bytes]
    """Digests of the texts, by the path of their source."""
    now: Surroundings
    before: Manifest
    found: Found
    folder: SiteFolder
    render: Render

    @cached_property
    def digester(self) -> Digester:
        """Digest views; each process has its own."""
        return Digester()

    def write(self, processes: int, progress: Progress) -> Iterator[Written]:
        """Write what must be written, and tell what became of every page.

        Raises OSError, and DamagedCacheError when a text cannot be read from the cache.
        """
        due: list[PlannedPage] = []
        for page in self.planned:
            file = routes.file_of(page.uri)
            if self._may_differ(page, file):
                due.append(page)
            else:
                yield Written(file, self.before.pages[file], 0)
        progress.expect(len(due))
        runs = [due[first : first + RUN] for first in range(0, len(due), RUN)]
        # A process that does not begin with a fork would have to read the library again.
        pays = partial(_pays, len(due))
        done = each(self._run, runs, processes=processes, is_much=pays)
        for run, written in zip(runs, done, strict=True):
            progress.advance(len(run))
            progress.wrote(sum(one.bytes for one in written))
            yield from self._completed(run, written)

    def reasons(self, page: PlannedPage) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield why a page must be written: a key of the texts `cli.explain`, and details."""
        file = routes.file_of(page.uri)
        entry = self.before.pages.get(file)
        if entry is None:
            yield "new", ()
            return
        yield from self._outside(page, entry)
        if self._signature(file, entry) is None:
            yield "file", ()
        names, now = self._view(page.make())
        before = _parts(entry.view)
        if len(before) != len(names):
            yield "shape", ()
        changed = [
            name for name, was, has in zip(names, before, _parts(now), strict=False) if was != has
        ]
        if changed:
            yield "view", tuple(changed)

    def _outside(
        self, page: PlannedPage, entry: PageEntry
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the reasons that can be told without making the view."""
        was = self.before.surroundings
        if was.program != self.now.program:
            yield "program", ()
        if was.shell != self.now.shell:
            yield "shell", ()
        name = page.template
        if entry.template != name or was.templates.get(name) != self.now.templates.get(name):
            yield "template", (name,)
        if entry.own != _own(page):
            yield "own", ()
        if entry.body != self.bodies.get(page.source, b""):
            yield "body", (page.source,)

    def _may_differ(self, page: PlannedPage, file: str) -> bool:
        """Tell whether a page's view must be made to know whether it stays."""
        if not self._has_same_views:
            return True
        entry = self.before.pages.get(file)
        return (
            entry is None
            or entry.template not in self._same_templates
            or entry.body != self.bodies.get(page.source, b"")
            or entry.own != _own(page)
            or self.found.files.get(file) != entry.signature
        )

    @cached_property
    def _has_same_views(self) -> bool:
        """Tell whether all that views and titles are made from is the same, texts apart."""
        was, now = self.before.surroundings, self.now
        then = was.program, was.shell, was.settings, was.facts
        return then == (now.program, now.shell, now.settings, now.facts)

    @cached_property
    def _same_templates(self) -> frozenset[str]:
        """Give the templates that are the same, with all that they are put together from."""
        was, now = self.before.surroundings.templates, self.now.templates
        return frozenset(name for name in now if was.get(name) == now[name])

    def _run(self, run: Sequence[PlannedPage]) -> list[Written]:
        """Give what became of the pages of a run, but of those that stayed as they were."""
        done = (self._one(page) for page in run)
        return [one for one in done if one.entry is not self.before.pages.get(one.file)]

    def _completed(
        self, run: Sequence[PlannedPage], written: Sequence[Written]
    ) -> Iterator[Written]:
        """Yield what became of all pages of a run: most stay, and need not be sent."""
        known = {one.file: one for one in written}
        for page in run:
            file = routes.file_of(page.uri)
            yield known.get(file) or Written(file, self.before.pages[file], 0)

    def _one(self, page: PlannedPage) -> Written:
        """Write one page if it must be."""
        file = routes.file_of(page.uri)
        view = page.make()
        _, digests = self._view(view)
        body = self.bodies.get(page.source, b"")
        before = self.before.pages.get(file)
        is_same = (
            before is not None
            and before.view == digests
            and not any(True for _ in self._outside(page, before))
        )
        if before is not None and is_same and (there := self._signature(file, before)):
            stays = there == before.signature
            return Written(file, before if stays else before._replace(signature=there), 0)
        data = self.render(page, view).encode("utf-8", errors="xmlcharrefreplace")
        content = digest_of(data)
        entry = PageEntry(page.template, _own(page), digests, body, content, (0, 0, 0, 0))
        if self._holds(file, data, content):
            # As it was found: of a file that somebody changed since, the next build sees that.
            return Written(file, entry._replace(signature=self.found.files[file]), 0)
        return Written(file, entry._replace(signature=self.folder.put(file, data)), len(data))

    def _holds(self, file: str, data: bytes, content: bytes) -> bool:
        """Tell whether a file has these bytes already: then it stays, with its date."""
        there = self.found.files.get(file)
        if there is None or there[1] != len(data):
            return False
        before = self.before.pages.get(file)
        if before is not None and before.signature == there:
            return before.content == content
        with suppress(OSError):
            return self.folder.path(file).read_bytes() == data
        return False

    def _signature(self, file: str, entry: PageEntry) -> Signature | None:
        """Give the signature of a file that has the bytes of its entry, else None.

        A folder that was copied has other signatures and the same bytes.
        """
        there = self.found.files.get(file)
        if there is None or there == entry.signature:
            return there
        with suppress(OSError):  # somebody closed it
            if file_digest(self.folder.path(file)) == entry.content:
                return there
        return None

    def _view(self, view: object) -> tuple[tuple[str, ...], bytes]:
        """Give the names of a view's fields, and 8 bytes for each."""
        fields = self.digester.field_digests(view)
        return tuple(fields), b"".join(fields.values())


def _pays(count: int, costs: int) -> bool:
    return costs == FORK and count > ALONE


def _own(page: PlannedPage) -> bytes:
    """Give the digest of what a page is besides its view."""
    return digest_of(marshal.dumps((page.uri, page.title, page.base, page.indexed), 2))


def _parts(view: bytes) -> list[bytes]:
    return [view[first : first + 8] for first in range(0, len(view), 8)]
