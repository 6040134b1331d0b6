"""Ids that name other cases and notices: they must exist, and not be one's own."""

from collections.abc import Iterator, Sequence

from generator.findings import Fault, KeyPath
from generator.library.case import Case
from generator.library.ids import CaseId, NoticeId, edition_of, parse_case_id, parse_notice_id
from generator.library.library import Library
from generator.library.notice import Notice
from generator.library.rules.context import Context
from generator.library.rules.placing import at_key
from generator.library.rules.standing import named_cases


def check_references(library: Library, context: Context) -> Iterator[Fault]:
    """Let every id that a front matter names be the id of a case or a notice.

    A record that exists as a file, but could not be read, is not reported a second time. O(n).
    """
    for case in library.cases.values():
        yield from _check_case(case, library, context)
    for notice in library.notices.values():
        yield from _check_notice(notice, library, context)


def _check_case(case: Case, library: Library, context: Context) -> Iterator[Fault]:
    yield from _check_repeated(case.path, "lineage", case.front.lineage)
    yield from _check_repeated(case.path, "notices", case.front.notices)
    for number, other in enumerate(case.front.lineage):
        key = ("lineage", number)
        if other == case.id:
            yield at_key(case.path, "reference-self", key, id=other, variant="lineage")
        elif not has_case(other, library, context):
            yield _unknown(case.path, key, other, "case")
    for number, notice_id in enumerate(case.front.notices):
        if not has_notice(notice_id, library, context):
            yield _unknown(case.path, ("notices", number), notice_id, "notice")


def _check_notice(notice: Notice, library: Library, context: Context) -> Iterator[Fault]:
    yield from _check_repeated(notice.path, "cases", notice.front.cases)
    yield from _check_repeated(notice.path, "forwards", notice.front.forwards)
    if notice.front.session:
        yield from _check_repeated(notice.path, "shown", notice.front.session.shown, ("session",))
    for key, case_id in named_cases(notice):
        if not has_case(case_id, library, context):
            yield _unknown(notice.path, key, case_id, "case")
    for number, other in enumerate(notice.front.forwards):
        place = ("forwards", number)
        if other == notice.id:
            yield at_key(notice.path, "reference-self", place, id=other, variant="forwards")
        elif not has_notice(other, library, context):
            yield _unknown(notice.path, place, other, "notice")


def _check_repeated(
    path: str, key: str, names: Sequence[str], above: KeyPath = ()
) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            yield at_key(path, "reference-repeated", (*above, key, number), id=name, key=key)
        seen.add(name)


def has_case(name: str, library: Library, context: Context) -> bool:
    """Tell whether a case of this id is there, be it one that could not be read."""
    if CaseId(name) in library.cases:
        return True
    case_id = parse_case_id(name)
    if case_id is None:
        return False
    file = f"{case_id}.md"
    return context.exists(f"cases/{edition_of(case_id)}/{file}") or any(
        path.startswith("cases/") and path.endswith(f"/{file}") for path in context.failed
    )


def has_notice(name: str, library: Library, context: Context) -> bool:
    """Tell whether a notice of this id is there, be it one that could not be read."""
    if NoticeId(name) in library.notices:
        return True
    path = f"notices/{name}.md"
    return path in context.failed or (parse_notice_id(name) is not None and context.exists(path))


def _unknown(path: str, key: KeyPath, name: str, variant: str) -> Fault:
    return at_key(path, "reference-unknown", key, id=name, variant=variant)
