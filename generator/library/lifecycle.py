"""The states a case passes through and the closed lists of the programme."""

from enum import StrEnum


class Status(StrEnum):
    """draft → publicity → approved → revoked; only approved cases are listed and counted."""

    DRAFT = "draft"
    """Being edited; never built into a public site."""
    PUBLICITY = "publicity"
    """In 公示; stands on its publicity notice only (rules of 2021, article 21)."""
    APPROVED = "approved"
    """Announced by a result notice (article 22)."""
    REVOKED = "revoked"
    """Title withdrawn (article 24); keeps its address, leaves every list and count."""


class Level(StrEnum):
    """Whose benchmark it is."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"


class Size(StrEnum):
    """Size of the enterprise by 工信部联企业〔2011〕300号."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    MICRO = "micro"


class Direction(StrEnum):
    """Which way an indicator gets better."""

    HIGHER = "higher"
    LOWER = "lower"


class RevocationGround(StrEnum):
    """The two grounds of article 24 of the management rules."""

    FRAUD = "fraud"
    """False application material."""
    ACCIDENT = "accident"
    """A major accident in quality, safety, environment or reputation."""


class NoticeKind(StrEnum):
    """What a notice does."""

    CALL = "call"
    PUBLICITY = "publicity"
    RESULT = "result"
    REVOCATION = "revocation"
    SESSION = "session"
    DOWNLOAD = "download"


class NameRule(StrEnum):
    """What an edition says of the enterprise's name in a case's title."""

    REQUIRED = "required"
    """2014, 2020, 2021: enterprise + method + experience."""
    FORBIDDEN = "forbidden"
    """2022: the title does not name the enterprise."""
    UNSTATED = "unstated"
    """The documents at hand do not say."""


class VideoProvider(StrEnum):
    """Where a video plays."""

    FILE = "file"
    BILIBILI = "bilibili"
    TENCENT = "tencent"
    YOUKU = "youku"
