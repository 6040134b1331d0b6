"""Faults as values: what is wrong, where, how bad, and what to do about it.

A rule yields a `Fault`: it knows the file, the code and the *place in meaning* (a key of the front
matter or a line of the body), but no wording and no line of the YAML. `reading.locating` turns
faults into `Finding`s with line, column, message and hint. So a rule stays three lines long, the
wording lives in the strings files, and the YAML is composed a second time only for a file that has
a fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final

KeyPath = tuple[str | int, ...]
"""The way to a value in front matter, e.g. ("videos", 0, "minutes"); () is the whole block."""


class Severity(Enum):
    """How bad a finding is."""

    ERROR = "error"
    """`build` refuses; exit status 1."""
    WARNING = "warning"
    """The page is built; an editor should look."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: a key of the front matter, or a position counted from line 1, column 1."""

    key: KeyPath | None = None
    """The key path; its value's position is looked up when the fault is shown."""
    on_key: bool = False
    """True: point at the key itself (unknown or misspelt key), False: at its value."""
    line: int = 1
    """Line in the *file* (front matter included), from 1; used when `key` is None."""
    column: int = 1
    """Column in characters, from 1."""


TOP: Final = Place()
"""The beginning of a file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault as a rule sees it."""

    path: str
    """The file, '/'-separated, relative to the project's root."""
    code: str
    """A key of `SEVERITIES`; also the key of its wording in strings/zh/findings.toml."""
    place: Place = TOP
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """What the wording's {placeholders} are filled with."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault as a person sees it; sorts by path, line, column, code."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity = field(compare=False)
    message: str
    hint: str
    """What to do; empty when there is nothing better to say than the message."""

    @property
    def is_error(self) -> bool:
        """Tell whether this finding keeps its page out of a build."""
        return self.severity is Severity.ERROR


E_, W_ = Severity.ERROR, Severity.WARNING
SEVERITIES: Final[Mapping[str, Severity]] = MappingProxyType(
    {
        # --- files (reading) ---
        "file-unreadable": E_,  # not a regular file, permission, vanished
        "file-outside-tree": E_,  # a symlink that leaves the project
        "file-too-large": E_,
        "file-encoding": E_,  # not UTF-8 (GBK is named when it decodes)
        "file-control-character": E_,  # NUL and other C0 controls
        "file-name": E_,  # a name that is no valid id
        "file-byte-order-mark": W_,
        "line-too-long": E_,
        # --- YAML (reading) ---
        "front-matter-missing": E_,
        "front-matter-unclosed": E_,
        "front-matter-not-mapping": E_,
        "front-matter-too-large": E_,
        "yaml-syntax": E_,
        "yaml-duplicate-key": E_,
        "yaml-alias": E_,  # anchors and aliases are refused: bombs, and editors do not need them
        "yaml-too-deep": E_,
        "yaml-tag": E_,  # !!python/object and friends
        # --- keys and values (reading) ---
        "key-unknown": E_,
        "key-missing": E_,
        "value-invalid": E_,
        "value-unknown": E_,  # not in the vocabulary; hint names the nearest
        # --- identity ---
        "id-duplicate": E_,
        "url-collision": E_,
        "id-edition-mismatch": E_,
        "year-edition-mismatch": E_,
        "level-edition-mismatch": E_,
        "demonstration-mark": E_,  # id, flag and name of a demonstration case disagree
        # --- edition's rules ---
        "edition-missing": E_,
        "title-too-long": E_,
        "title-enterprise-missing": W_,
        "title-enterprise-present": W_,
        "title-pattern": W_,
        "section-missing": E_,
        "section-order": E_,
        "section-too-long": E_,
        "section-unknown": W_,
        "focus-area-not-in-edition": E_,
        "recommender-not-in-edition": E_,
        "recommender-quota": W_,
        "video-parts": W_,
        "video-minutes": W_,
        "captions-broken": W_,  # no WebVTT, or cues that cannot be read
        "summary-too-long": W_,
        "announced-exceeded": W_,  # more cases held than were announced
        # --- lifecycle and dates ---
        "date-order": E_,
        "date-missing": E_,
        "publicity-too-short": E_,
        "publicity-calendar": W_,  # the calendar does not cover that year
        "publicity-notice-missing": W_,
        "result-notice-missing": W_,
        "revocation-incomplete": E_,
        "revocation-unexpected": E_,
        "notice-field-missing": E_,  # e.g. a session without a start date
        "notice-case-status": E_,  # e.g. a result notice that names a draft
        # --- references ---
        "reference-unknown": E_,  # id of a case or notice that does not exist
        "reference-self": E_,
        "reference-repeated": W_,
        "link-broken": E_,
        "link-anchor": E_,
        "image-missing": E_,
        "image-alt-missing": W_,
        "heading-level": W_,  # ## and then ####
        "footnote-missing": W_,
        "recording-format": W_,
        "attachment-missing": E_,
        "address-unsafe": E_,  # javascript:, data:, file: … in a link or a key
        # --- what must not be published ---
        "secret-marking": E_,
        "personal-mobile": E_,
        "personal-identity-card": E_,
        "personal-email": E_,
        "html-removed": W_,
        "source-missing": E_,
        "indicator-years": W_,
        "indicator-values": E_,
        # --- editions, vocabularies, redirects as data ---
        "vocabulary-duplicate": E_,
        "edition-count": E_,  # groups announced do not add up to the total
        "redirect-collision": E_,
        "redirect-target": E_,
    }
)
"""Every code there is, and how bad it is. A code is permanent: editors and scripts know it."""

UNFINISHED: Final = frozenset(
    {
        "attachment-missing",
        "date-missing",
        "image-missing",
        "link-anchor",
        "link-broken",
        "section-missing",
        "section-order",
        "section-too-long",
        "source-missing",
        "title-too-long",
    }
)
"""Errors that are warnings in a draft: what an author may still be busy with."""
