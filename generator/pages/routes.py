"""The one place that makes addresses.

A *uri* is '/'-separated and relative to the site's root: `cases/2022-015/`. Pages end in '/', so a
plain file server finds their index.html. Pages link to each other by relative addresses only, so a
site works from any folder, from a sub-path and from a disk image of the library.
"""

import re
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from generator.catalogue.dimensions import Dimension
from generator.library.addresses import source_target
from generator.library.ids import CaseId, EditionId, NoticeId

HOME: Final = ""
CASES: Final = "cases/"
NOTICES: Final = "notices/"
VIDEOS: Final = "videos/"
SESSIONS: Final = "sessions/"
STATISTICS: Final = "statistics/"
REVOCATIONS: Final = "revocations/"
SEARCH: Final = "search/"
PLATFORM: Final = "platform/"
SITE_MAP: Final = "site-map/"
CALENDAR: Final = "calendar.ics"
"""Every day that the library's notices and editions set."""
EVALUATION_DOCUMENT: Final = "platform/evaluation/evaluation.docx"
"""The Word file that the browser fills with the result of a self-evaluation."""
OPENSEARCH: Final = "opensearch.xml"
"""What a browser reads to search the site from its address bar."""
NOT_FOUND: Final = "404.html"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
CORRECTIONS: Final = "corrections/"
OPEN_DATA_SOURCE: Final = "docs/opendata.md"
"""The hand-written page that explains the open data; it offers their files."""
CORRECTIONS_SOURCE: Final = "docs/corrections.md"
"""The hand-written page that says how to report a mistake; a library may do without."""
VIDEO_ANCHOR: Final = "video"
"""Anchor of a video on the page of its case, followed by - and its number."""

RUN_SHEET: Final = "run-sheet/"
BADGES: Final = "badges/"
AFTER_ANCHOR: Final = "afterwards"
"""Anchor of what is left of a session on the page of its notice."""

_FOLDERS: Final = {
    Dimension.YEAR: "years/",
    Dimension.FOCUS_AREA: "fields/",
    Dimension.METHOD: "methods/",
    Dimension.RECOMMENDER: "recommenders/",
    Dimension.INDUSTRY: "industries/",
    Dimension.REGION: "regions/",
    Dimension.ENTERPRISE: "enterprises/",
}
_PLAIN: Final = re.compile(r"[a-z0-9/_.-]*")
"""What needs no encoding; all addresses of ours, but for the anchors of headings."""


def case(case_id: CaseId) -> str:
    """Give the address of a case's page."""
    return f"cases/{case_id}/"


def notice(notice_id: NoticeId) -> str:
    """Give the address of a notice's page."""
    return f"notices/{notice_id}/"


def dimension(name: Dimension) -> str:
    """Give the address of the page that lists all terms of a dimension."""
    return _FOLDERS[name]


def term(name: Dimension, slug: str) -> str:
    """Give the address of one term's page."""
    return f"{_FOLDERS[name]}{slug}/"


def notice_kind(kind: str) -> str:
    """Give the address of the list of one kind of notice."""
    return f"notices/kind/{kind}/"


def notice_year(year: str) -> str:
    """Give the address of the list of one year's notices."""
    return f"notices/year/{year}/"


def session_calendar(notice_id: NoticeId) -> str:
    """Give the address of the calendar file of an exchange session."""
    return f"notices/{notice_id}/session.ics"


def notice_calendar(notice_id: NoticeId) -> str:
    """Give the address of the calendar file of a notice that is no session and sets days."""
    return f"notices/{notice_id}/dates.ics"


def feed(uri: str, ending: str) -> str:
    """Give the address of the feed of what the list at `uri` holds; the ending tells its form."""
    return f"{uri}feed.{ending}"


def case_document(case_id: CaseId, form: str) -> str:
    """Give the address of a case as a document; the form is the ending of its name."""
    return f"cases/{case_id}/{case_id}.{form}"


def notice_document(notice_id: NoticeId, form: str) -> str:
    """Give the address of a notice as a document."""
    return f"notices/{notice_id}/{notice_id}.{form}"


def handout(notice_id: NoticeId, form: str) -> str:
    """Give the address of the handout of an exchange session."""
    return f"notices/{notice_id}/handout.{form}"


def of_session(notice_id: NoticeId, name: str) -> str:
    """Give the address of what a session has besides: RUN_SHEET, BADGES, or a code as a file."""
    return f"notices/{notice_id}/{name}"


def edition_list(year: int, edition_id: EditionId, form: str) -> str:
    """Give the address of an edition's list as a document, beside the page of its year."""
    return f"{term(Dimension.YEAR, str(year))}list-{edition_id}.{form}"


def year_book(year: int, form: str) -> str:
    """Give the address of a year's cases as one book, beside the page of the year."""
    return f"{term(Dimension.YEAR, str(year))}book-{year}.{form}"


def data(name: str) -> str:
    """Give the address of a file of the open data."""
    return f"data/{name}"


def service(name: str) -> str:
    """Give the address of a service of the platform."""
    return f"{PLATFORM}{name}/"


def form_document(slug: str) -> str:
    """Give the address of an application form as a blank Word file."""
    return f"{PLATFORM}application/{slug}.docx"


def paged(uri: str, number: int) -> str:
    """Give the address of page `number` (from 1) of a list; the first page is the list itself."""
    return uri if number == 1 else f"{uri}page/{number}/"


def sitemap_part(number: int) -> str:
    """Give the address of part `number` (from 1) of a sitemap that is too long for one file."""
    return f"sitemap-{number}.xml"


def edition_anchor(edition_id: str) -> str:
    """Give the anchor of an edition on the page of its year."""
    return f"edition-{edition_id}"


def absolute(site_url: str, uri: str) -> str:
    """Give the absolute address of a uri (not encoded), or "" where the site has none."""
    return site_url + encoded(uri) if site_url else ""


def encoded(uri: str) -> str:
    """Percent-encode a uri (it may carry #anchor) for an address in HTML or XML.

    The colon too: in the first segment of a relative address it would begin a scheme.
    """
    if _PLAIN.fullmatch(uri):
        return uri
    return quote(uri, safe="/#@!$&'()*+,;=-._~")


def beside(path: str, target: str) -> str | None:
    """Give the uri of a file that the front matter of the source `path` names, or None.

    None: the address is absolute, or leads to nothing that is published beside a page.
    """
    resolved = source_target(path, target) if target else None
    return asset_of_source(resolved[0]) if resolved else None


def old_address(old: str) -> str | None:
    """Give the uri of a redirect's old address, or None if no file of the site can answer it."""
    parts = old.strip().strip("/").split("/")
    if any(part in ("", ".", "..") or "\\" in part for part in parts):
        return None
    joined = "/".join(parts)
    return joined if parts[-1].endswith(".html") else f"{joined}/"


def base_of(site_url: str) -> str:
    """Give the path at which the site is served, "/" when nobody said.

    Only the page for addresses that lead nowhere needs it: a server shows it at any depth.
    """
    try:
        path = urlsplit(site_url).path
    except ValueError:
        return "/"
    return encoded(unquote(path)).rstrip("/") + "/" if path.startswith("/") else "/"


def file_of(uri: str) -> str:
    """Give the file below the site folder that answers an address."""
    return f"{uri}index.html" if uri == "" or uri.endswith("/") else uri


def root_from(uri: str) -> str:
    """Give the way from a page up to the site's root: "" at the root, "../../" for `cases/x/`."""
    return "../" * uri.count("/")


def relative(from_uri: str, to_uri: str) -> str:
    """Give the address of `to_uri` (may carry #anchor) as written on the page `from_uri`."""
    return (root_from(from_uri) + encoded(to_uri)) or "./"


def page_of_source(path: str) -> str | None:
    """Give the uri of the page made from a source file, or None if the file makes no page.

    `cases/2022/2022-015.md` → `cases/2022-015/`, `notices/x.md` → `notices/x/`,
    `docs/guide/index.md` → `guide/`, `docs/about.md` → `about/`.
    """
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if not dot or ending.lower() != "md":
        return None
    top = folder.split("/", 1)[0]
    if top == "cases":
        return case(CaseId(stem))
    if top == "notices":
        return notice(NoticeId(stem))
    if top == "docs":
        below = folder[len("docs") :].lstrip("/")
        parts = [below] if stem in ("index", "README") else [below, stem]
        joined = "/".join(part for part in parts if part)
        return f"{joined}/" if joined else HOME
    return None


def asset_of_source(path: str) -> str | None:
    """Give the uri under which a picture or an attachment of a source folder is published.

    `cases/2022/2022-015/a.svg` → `cases/2022-015/a.svg`; `docs/img/a.png` → `img/a.png`;
    `notices/2022-x/form.docx` → `notices/2022-x/form.docx`.
    """
    parts = path.split("/")
    if parts[0] == "cases" and len(parts) >= 4:
        return "/".join(["cases", *parts[2:]])
    if parts[0] == "notices" and len(parts) >= 3:
        return path
    if parts[0] == "docs" and len(parts) >= 2:
        return "/".join(parts[1:])
    return None


def published(path: str, target: str) -> str | None:
    """Give a relative source address as the page made from `path` must write it.

    None: leave the author's address as it is (it is absolute, or the rules will report it).
    """
    resolved = source_target(path, target)
    here = page_of_source(path)
    if resolved is None or here is None:
        return None
    there, anchor = resolved
    uri = page_of_source(there) if there.lower().endswith(".md") else asset_of_source(there)
    if uri is None:
        return None
    suffix = f"#{anchor}" if anchor else ""
    return quote(f"#{anchor}", safe="#") if uri == here and anchor else relative(here, uri + suffix)


def video_anchor(number: int) -> str:
    """Give the anchor of a case's video, counted from 1, on the page of the case."""
    return f"{VIDEO_ANCHOR}-{number}"


def moment(number: int, second: int) -> str:
    """Give the anchor of a second of a case's video: `t=120`, of further videos `video-2-t=120`.

    A script plays from there; without it the page shows the chapter that has this anchor.
    """
    return f"t={second}" if number == 1 else f"{video_anchor(number)}-t={second}"


def video_chapters(case_id: CaseId, number: int) -> str:
    """Give the address of the WebVTT file with the chapters of a case's video."""
    return f"{case(case_id)}{video_anchor(number)}-chapters.vtt"
