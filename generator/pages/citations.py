"""How a case is cited: GB/T 7714—2015 as text; BibTeX, RIS and CSL-JSON for reference managers.

All four say the same facts of the library. The day on which the reader looked is the reader's: the
text leaves a place for it, the three records leave it out.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.library.case import Case
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.values import day
from generator.strings import text

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_BIBTEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces, escaped ones too: only names of them keep an entry whole.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)
_IN_URL: Final = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
"""BibTeX takes an address as it is, but for what would end the field."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """A citation for programs."""

    label: str
    anchor: str
    content: str
    """Plain text of several lines."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a citation is made of: one line each."""

    number: str
    author: str
    title: str
    year: str
    date: str
    """ISO day, or empty: then only the year is known."""
    site: str
    url: str
    """Absolute, or empty where the site does not know its own address."""


@dataclass(frozen=True, slots=True)
class Citation:
    """How a case is cited; its wordings are made when the page is rendered."""

    number: str
    enterprise: str
    """The author, an organisation."""
    title: str
    """Empty where none was published."""
    is_demonstration: bool
    year: int
    date: str
    """ISO day, or empty: then only the year is known."""
    site: str
    url: str
    """Absolute, or empty where the site does not know its own address."""

    @property
    def before(self) -> str:
        """Give whose it is and what it is called (GB/T 7714)."""
        author = _line(self.enterprise)
        return text(
            "pages.citation.before",
            author=author if author.endswith(".") else f"{author}.",
            title=self._title,
        )

    @property
    def issued(self) -> str:
        """Give when it was made public; in brackets behind it: when the reader looked."""
        return text("pages.citation.issued", day=self.date) if self.date else str(self.year)

    @property
    def place(self) -> str:
        """Give where it is."""
        key = "at" if self.url else "held"
        site = _line(self.site)
        return text(f"pages.citation.{key}", url=self.url, site=site, number=self.number)

    @property
    def records(self) -> tuple[CitationRecord, ...]:
        """Give it for programs."""
        cited = _Cited(
            number=self.number,
            author=_line(self.enterprise),
            title=self._title,
            year=str(self.year),
            date=self.date,
            site=_line(self.site),
            url=self.url,
        )
        return (
            CitationRecord(text("pages.citation.bibtex"), "cite-bibtex", _bibtex(cited)),
            CitationRecord(text("pages.citation.ris"), "cite-ris", _ris(cited)),
            CitationRecord(text("pages.citation.csl"), "cite-csl", _csl(cited)),
        )

    @property
    def _title(self) -> str:
        key = "demonstration" if self.is_demonstration else "real"
        title = self.title or text("pages.citation.untitled")
        return _line(text(f"pages.citation.{key}", title=title))


def permanent_address(inputs: Inputs, case: Case) -> str:
    """Give the absolute address of a case's page, or "" where the site does not know its own."""
    return routes.absolute(inputs.config.site_url, routes.case(case.id))


def citation(inputs: Inputs, case: Case) -> Citation:
    """Give the citation of a case."""
    front = case.front
    approved_on = front.approved_on
    return Citation(
        number=case.id,
        enterprise=front.enterprise,
        title=front.title,
        is_demonstration=case.is_demonstration,
        year=approved_on.year if approved_on else front.year,
        date=day(approved_on),
        site=inputs.config.site_name,
        url=permanent_address(inputs, case),
    )


def _line(value: str) -> str:
    """Give a value as one line: a line end would end a field of RIS and begin another."""
    return _CONTROL.sub(" ", value).strip()


def _bibtex(cited: _Cited) -> str:
    """Give a BibLaTeX entry; plain BibTeX styles treat @online as @misc.

    Double braces: an organisation has no family name, and no style may lower a title's letters.
    """
    fields = (
        ("author", f"{{{cited.author.translate(_BIBTEX)}}}"),
        ("title", f"{{{cited.title.translate(_BIBTEX)}}}"),
        ("year", cited.year),
        ("date", cited.date),
        ("organization", f"{{{_in_bibtex(cited.site)}}}" if cited.site else ""),
        ("note", text("pages.citation.number", number=cited.number)),
        ("url", cited.url.translate(_IN_URL)),
    )
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
    return f"@online{{case-{cited.number},\n" + ",\n".join(lines) + "\n}"


@lru_cache(maxsize=8)
def _in_bibtex(name: str) -> str:
    """Escape the site's name: every case repeats it."""
    return name.translate(_BIBTEX)


def _ris(cited: _Cited) -> str:
    """Give a RIS record: ELEC is a page of the web, AN its number where it is kept."""
    fields = (
        ("TY", "ELEC"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("PY", cited.year),
        ("DA", cited.date.replace("-", "/") + "/" if cited.date else ""),
        ("PB", cited.site),
        ("AN", cited.number),
        ("UR", cited.url),
        ("LA", text("pages.citation.language")),
    )
    lines = [f"{tag}  - {value}\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - "


def _csl(cited: _Cited) -> str:
    """Give CSL-JSON: a list of one item, as reference managers import it."""
    issued = [int(part) for part in (cited.date or cited.year).split("-")]
    fields = (
        ("id", _quoted(cited.number)),
        ("type", _quoted("webpage")),
        # By hand: the encoder takes ten times as long for what is no text.
        ("author", f'[{{"literal": {_ENCODER.encode(cited.author)}}}]'),
        ("title", _quoted(cited.title)),
        ("container-title", _quoted(cited.site)),
        ("issued", f'{{"date-parts": [{issued}]}}'),
        ("number", _quoted(cited.number)),
        ("URL", _quoted(cited.url)),
        ("language", _quoted(text("pages.citation.language"))),
    )
    lines = [f'  "{name}": {value}' for name, value in fields if value]
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _quoted(value: str) -> str:
    return _ENCODER.encode(value) if value else ""
