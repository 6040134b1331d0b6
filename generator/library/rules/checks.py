"""All rules, by what they check. Each yields faults, in no order that matters, and never raises."""

from collections.abc import Iterator, Sequence

from generator.findings import Fault
from generator.library.body import rendered
from generator.library.case import Case
from generator.library.document import Document
from generator.library.edition import Edition
from generator.library.library import Library
from generator.library.notice import Notice
from generator.library.rules import (
    bodies,
    collisions,
    dates,
    editions,
    files,
    focus,
    identity,
    indicators,
    links,
    notices,
    privacy,
    publicity,
    recommenders,
    redirects,
    references,
    sections,
    sources,
    standing,
    structure,
    titles,
    videos,
    vocabularies,
)
from generator.library.rules.context import BodySource, Context
from generator.library.vocabulary import Vocabularies, Vocabulary


def check_case(case: Case, source: BodySource, context: Context) -> Iterator[Fault]:
    """Check what can be known of a case by itself and its edition."""
    edition = context.editions.get(case.edition)
    yield from identity.check_identity(case, context)
    yield from identity.check_demonstration(case)
    if edition:
        yield from titles.check_title(case, edition)
        yield from sections.check_sections(case, source, edition)
        yield from focus.check_focus_areas(case, edition, context)
        yield from recommenders.check_recommender(case, edition)
    yield from videos.check_videos(case, edition)
    yield from indicators.check_indicators(case, edition)
    yield from dates.check_case_dates(case, edition)
    yield from sources.check_sources(case)
    yield from files.check_files(case, context)
    yield from bodies.check_body(case.path, rendered(case.body), context)
    yield from structure.check_structure(case.path, rendered(case.body), source)
    yield from privacy.check_front_privacy(case.path, case.front)
    yield from privacy.check_body_privacy(case.path, source)


def check_notice(notice: Notice, source: BodySource, context: Context) -> Iterator[Fault]:
    """Check what can be known of a notice by itself and its edition."""
    yield from identity.check_notice_edition(notice, context)
    yield from notices.check_notice_fields(notice)
    yield from dates.check_notice_dates(notice)
    yield from publicity.check_publicity(notice, context)
    yield from sources.check_sources(notice)
    yield from files.check_files(notice, context)
    yield from bodies.check_body(notice.path, rendered(notice.body), context)
    yield from structure.check_structure(notice.path, rendered(notice.body), source)
    yield from privacy.check_front_privacy(notice.path, notice.front)
    yield from privacy.check_body_privacy(notice.path, source)


def check_document(document: Document, source: BodySource, context: Context) -> Iterator[Fault]:
    """Check what can be known of a hand-written page by itself."""
    yield from bodies.check_body(document.path, rendered(document.body), context)
    yield from structure.check_structure(document.path, rendered(document.body), source)
    yield from privacy.check_front_privacy(document.path, document.front)
    yield from privacy.check_body_privacy(document.path, source)


def check_edition(edition: Edition, path: str, vocabularies_: Vocabularies) -> Iterator[Fault]:
    """Check the data of an edition."""
    yield from editions.check_edition_data(edition, path, vocabularies_)


def check_vocabulary(vocabulary: Vocabulary, path: str) -> Iterator[Fault]:
    """Check the terms of a vocabulary."""
    yield from vocabularies.check_vocabulary_data(vocabulary, path)


def check_identities(paths: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    """Check (path, id) of all files of one kind, before records of one id become one."""
    yield from identity.check_identities(paths)


def check_library(library: Library, context: Context) -> Iterator[Fault]:
    """Check what can be known only of all records together. O(n)."""
    yield from standing.check_standing(library, context.failed)
    yield from references.check_references(library, context)
    yield from recommenders.check_quotas(library, context)
    yield from editions.check_announced_counts(library)
    yield from links.check_links(library, context)
    yield from collisions.check_collisions(library)
    yield from redirects.check_redirects(library, failed=context.failed)
