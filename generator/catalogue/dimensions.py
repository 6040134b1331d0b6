"""The ways to browse the catalogue."""

import hashlib
from enum import StrEnum

from generator.library.vocabulary import fold


class Dimension(StrEnum):
    """One way to browse; every approved case has no, one or many terms of it."""

    YEAR = "year"
    FOCUS_AREA = "focus_area"
    METHOD = "method"
    RECOMMENDER = "recommender"
    INDUSTRY = "industry"
    REGION = "region"
    ENTERPRISE = "enterprise"


def enterprise_slug(name: str) -> str:
    """Give the permanent slug of an enterprise: a digest of its folded name."""
    return "e" + hashlib.sha256(fold(name).encode()).hexdigest()[:10]
