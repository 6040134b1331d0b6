"""An edition as data: its numbers add up, its names are in the vocabularies."""

from collections import Counter
from collections.abc import Iterator
from math import isclose

from generator.findings import Fault, KeyPath
from generator.library.edition import Edition, VideoRule
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.rules.files import check_source_addresses
from generator.library.rules.placing import at_key
from generator.library.vocabulary import Vocabularies, VocabularyName


def check_edition_data(edition: Edition, path: str, vocabularies: Vocabularies) -> Iterator[Fault]:
    """Check an edition's own data; what its documents do not say is not asked for."""
    if edition.id and edition.id[:4] != str(edition.year):
        yield at_key(
            path, "year-edition-mismatch", ("year",), year=edition.year, expected=edition.id[:4]
        )
    yield from _check_announced(edition, path)
    yield from _check_video(edition.video, path)
    yield from _check_names(edition, path, vocabularies)
    yield from _check_repetitions(edition, path)
    yield from check_source_addresses(path, edition.sources)


def _check_announced(edition: Edition, path: str) -> Iterator[Fault]:
    """Let the groups of the result list add up to what was announced."""
    announced = edition.announced
    if announced is None or not announced.groups:
        return
    counts = [group.count for group in announced.groups]
    total = sum(count for count in counts if count is not None)
    if total > announced.total or (None not in counts and total != announced.total):
        yield at_key(
            path, "edition-count", ("announced", "total"), count=total, total=announced.total
        )


def _check_video(video: VideoRule | None, path: str) -> Iterator[Fault]:
    if video is None or not video.parts:
        return
    total = sum(part.minutes for part in video.parts)
    if not isclose(total, video.total_minutes):
        yield at_key(
            path,
            "edition-count",
            ("video", "total_minutes"),
            count=f"{total:g}",
            total=f"{video.total_minutes:g}",
            variant="video",
        )


def _check_names(edition: Edition, path: str, vocabularies: Vocabularies) -> Iterator[Fault]:
    named: list[tuple[KeyPath, str, VocabularyName]] = [
        (("recommenders", number, "id"), printed.id, VocabularyName.RECOMMENDERS)
        for number, printed in enumerate(edition.recommenders)
    ]
    named += [
        (("focus_areas", number, "area"), wording.area, VocabularyName.FOCUS_AREAS)
        for number, wording in enumerate(edition.focus_areas)
    ]
    if edition.region:
        named.append((("region",), edition.region, VocabularyName.REGIONS))
    for key, slug, name in named:
        vocabulary = vocabularies.get(name)
        if vocabulary is None or (vocabulary.is_whole and slug not in vocabulary.by_slug):
            yield at_key(
                path,
                "value-unknown",
                key,
                name=slug,
                key=str(key[-1]),
                vocabulary=name.value,
                variant="slug",
            )


def _check_repetitions(edition: Edition, path: str) -> Iterator[Fault]:
    """Let no number, no body and no section stand twice in the lists of one edition."""
    lists: list[tuple[str, str, list[object]]] = [
        ("recommenders", "number", [item.number for item in edition.recommenders]),
        ("recommenders", "id", [item.id for item in edition.recommenders]),
        ("focus_areas", "number", [item.number for item in edition.focus_areas]),
        ("sections", "title", [item.title for item in edition.sections]),
    ]
    for key, part, values in lists:
        seen: Counter[object] = Counter()
        for number, value in enumerate(values):
            seen[value] += 1
            if seen[value] > 1:
                place = (key, number, part)
                yield at_key(path, "vocabulary-duplicate", place, name=value, variant="edition")


def check_announced_counts(library: Library) -> Iterator[Fault]:
    """Compare the real approved cases of each edition with the number that was announced."""
    held = Counter(
        case.edition
        for case in library.cases.values()
        if case.front.status is Status.APPROVED and not case.is_demonstration
    )
    for edition_id, edition in library.editions.items():
        if edition.announced and held[edition_id] > edition.announced.total:
            yield at_key(
                f"cases/{edition_id}/edition.yml",
                "announced-exceeded",
                ("announced", "total"),
                count=held[edition_id],
                total=edition.announced.total,
            )
