"""Small records made by hand, and faults as short lines."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from generator.findings import Fault
from generator.library.body import Body, Heading, Section
from generator.library.case import Case, CaseFrontMatter
from generator.library.counting import count_text
from generator.library.document import Document
from generator.library.edition import Edition
from generator.library.ids import CaseId, EditionId, NoticeId, edition_of
from generator.library.library import Library
from generator.library.notice import Notice, NoticeFrontMatter
from generator.library.rules.context import BodySource, Context
from generator.library.vocabulary import Term, Vocabularies, Vocabulary, VocabularyName
from generator.reading.locating import locate

SOURCES: Final = ({"title": "示例公告"},)
FIRST_LINE: Final = 10


def edition(edition_id: str = "2022", **values: Any) -> Edition:
    year = int(edition_id[:4])
    return Edition.model_validate({"id": edition_id, "year": year, "title": "示例", **values})


def case(case_id: str = "2022-001", body: Body | None = None, **values: Any) -> Case:
    folder = edition_of(CaseId(case_id))
    slugs = {key: values.pop(key) for key in ("fields", "methods") if key in values}
    typed = {"year": int(case_id[:4]), "enterprise": "示例机械有限公司", "sources": SOURCES}
    return Case(
        id=CaseId(case_id),
        edition=folder,
        path=f"cases/{folder}/{case_id}.md",
        front=CaseFrontMatter.model_validate({**typed, **values}),
        recommender=values.get("recommender", ""),
        body=body or Body(),
        **slugs,
    )


def notice(notice_id: str, kind: str, **values: Any) -> Notice:
    typed = {"kind": kind, "title": "示例", "sources": SOURCES}
    front = NoticeFrontMatter.model_validate({**typed, **values})
    return Notice(NoticeId(notice_id), f"notices/{notice_id}.md", front)


def body(*sections: tuple[str, str], **values: Any) -> Body:
    """Give a body of (heading, text); each section takes two lines."""
    headings = [
        Heading(2, title, title, FIRST_LINE + 2 * number)
        for number, (title, _) in enumerate(sections)
    ]
    measured = [
        Section(heading, len(heading.text + text), partial(count_text, heading.text + text))
        for heading, (_, text) in zip(headings, sections, strict=True)
    ]
    return replace(Body(html="<p>", headings=tuple(headings), sections=tuple(measured)), **values)


def source(text: str = "") -> BodySource:
    return BodySource(text, FIRST_LINE)


def vocabularies(**terms: Iterable[Term]) -> Vocabularies:
    """Give all vocabularies; `focus_areas=[…]` fills the one of that name."""
    return MappingProxyType(
        {
            name: Vocabulary(name=name, terms=tuple(terms.get(name.name.lower(), ())))
            for name in VocabularyName
        }
    )


def context(
    *editions: Edition,
    exists: Callable[[str], bool] = lambda _path: False,
    words: Vocabularies | None = None,
) -> Context:
    return Context(words or vocabularies(), {EditionId(each.id): each for each in editions}, exists)


def library(
    *records: Case | Notice | Document | Edition,
    redirects: Mapping[str, str] | None = None,
    words: Vocabularies | None = None,
) -> Library:
    return Library(
        cases={each.id: each for each in records if isinstance(each, Case)},
        notices={each.id: each for each in records if isinstance(each, Notice)},
        editions={EditionId(each.id): each for each in records if isinstance(each, Edition)},
        vocabularies=words or vocabularies(),
        redirects=redirects or {},
        documents={each.path: each for each in records if isinstance(each, Document)},
    )


def codes(faults: Iterable[Fault]) -> list[str]:
    return [fault.code for fault in faults]


def lines(faults: Iterable[Fault]) -> list[str]:
    """Give each fault as `code place variant`, place a dotted key or line:column.

    On the way every fault must have a wording whose placeholders it fills.
    """
    return [_line(fault) for fault in faults]


def _line(fault: Fault) -> str:
    (finding,) = locate([fault], lambda _path: "")
    assert finding.message, fault
    assert finding.hint, fault
    assert "{" not in finding.message + finding.hint, finding
    variant = str(fault.values.get("variant", ""))
    return " ".join(filter(None, (fault.code, _place(fault), variant)))


def _place(fault: Fault) -> str:
    if fault.place.key is None:
        return f"{fault.place.line}:{fault.place.column}"
    return ".".join(map(str, fault.place.key))
