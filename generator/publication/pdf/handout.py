"""The handout of a session as PDF."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.publication.manuscripts.chapter import Imprint
from generator.publication.manuscripts.handout import HandoutCase, HandoutManuscript, HandoutRow
from generator.publication.pdf.literals import array, dictionary, string
from generator.publication.pdf.press import Info, Press
from generator.publication.pdf.qr import qr_svg
from generator.strings import text

_NOTICE: Final = "notice.svg"
_PROGRAMME: Final = ("time", "item", "enterprise")
_WIDTHS: Final = {"time": "auto", "item": "1.5fr", "enterprise": "1fr"}
_INDICATOR: Final = ("name", "first", "last", "direction")


def print_handout(manuscript: HandoutManuscript, imprint: Imprint, press: Press) -> bytes:
    """Give a handout as PDF/UA-1; raises BiaoganError where a font or a glyph is missing."""
    pictures = dict(_codes(manuscript))
    title = text("publication_handout.description", title=manuscript.title)
    info = Info(title, imprint.site, manuscript.issued_on, imprint.language)
    return press.print("\n\n".join(_source(manuscript, imprint)), pictures, info=info)


def _codes(manuscript: HandoutManuscript) -> Iterator[tuple[str, bytes]]:
    if manuscript.address:
        yield _NOTICE, qr_svg(manuscript.address)
    for number, case in enumerate(manuscript.cases):
        if case.address:
            yield f"case-{number}.svg", qr_svg(case.address)


def _source(manuscript: HandoutManuscript, imprint: Imprint) -> Iterator[str]:
    words = {
        "title": manuscript.title,
        "heading": manuscript.heading,
        "mark": manuscript.mark,
        "head": text("publication_handout.page.number", site=imprint.site),
    }
    yield '#import "/handout.typ": *'
    yield f"#let words = {_strings(words)}"
    yield "#show: handout-style.with(words)"
    yield "#handout-title(words)"
    pairs = array(array(map(string, pair)) for pair in manuscript.facts)
    yield f"#facts({pairs}, {_code(_NOTICE, 'colophon', manuscript.address)})"
    yield from _programme(manuscript)
    if manuscript.cases:
        yield f"#heading(level: 1, {_said('case.heading')})"
    for number, case in enumerate(manuscript.cases):
        yield from _case(case, f"case-{number}.svg")
    yield f"#colophon({array(map(string, colophon_lines(manuscript)))})"
    yield f"#notes({_said('notes.title')})"


def colophon_lines(manuscript: HandoutManuscript) -> tuple[str, ...]:
    """Give the lines at the end: the address of the notice, and where it comes from."""
    address = text("publication_handout.colophon.address") + manuscript.address
    return (*((address,) if manuscript.address else ()), *manuscript.sources)


def _programme(manuscript: HandoutManuscript) -> Iterator[str]:
    if not manuscript.programme:
        return
    shown = [
        name
        for name in _PROGRAMME
        if (name != "time" or manuscript.has_times)
        and (name != "enterprise" or any(row.enterprise for row in manuscript.programme))
    ]
    rows = array(array(_cell(row, name) for name in shown) for row in manuscript.programme)
    head = array(_said(f"programme.{name}") for name in shown)
    yield f"#heading(level: 1, {_said('programme.title')})"
    yield f"#programme({array(_WIDTHS[name] for name in shown)}, {head}, {rows})"


def _cell(row: HandoutRow, name: str) -> str:
    if name == "time":
        return string(row.time)
    if name == "enterprise":
        return string(row.enterprise)
    case = text("publication_handout.programme.presented", title=row.case) if row.case else ""
    return f"item({_strings({'title': row.title, 'mark': row.mark, 'case': case})})"


def _case(case: HandoutCase, code: str) -> Iterator[str]:
    yield f"#case-head({string(case.title)}, {string(case.mark)})"
    if case.absent:
        yield f"#aside({string(case.absent)})"
        return
    byline = text("pages.format.beside").join((case.enterprise, case.about))
    yield f"#byline({string(byline)})"
    summary = "\n\n".join(f"#{string(one)}" for one in case.summary)
    yield f"#told({_code(code, 'case', case.address)})[{summary}]"
    if case.indicators:
        head = array(_said(f"indicator.{name}") for name in _INDICATOR)
        rows = array(
            array(map(string, (one.name, one.first, one.last, one.direction)))
            for one in case.indicators
        )
        yield f"#indicators({head}, {rows})"
    if case.address:
        yield f"#video({_said('case.address')}, [], {string(case.address)})"
    for video in case.videos:
        line = video_line(video.title, video.length)
        yield f"#video({_said('case.video')}, {string(line)}, {string(video.address)})"
    if case.number:
        yield f"#aside({string(case.number)})"


def video_line(title: str, length: str) -> str:
    """Name a video, with its length where it is known."""
    if not length:
        return title
    return text("publication_handout.case.video_line", title=title, length=length)


def _code(name: str, part: str, address: str) -> str:
    if not address:
        return "none"
    alt = text(f"publication_handout.{part}.code", address=address)
    scan = text(f"publication_handout.{part}.scan")
    return _strings({"path": f"/{name}", "alt": alt, "scan": scan})


def _strings(values: Mapping[str, str]) -> str:
    return dictionary({key: string(value) for key, value in values.items()})


def _said(key: str) -> str:
    return string(text(f"publication_handout.{key}"))
