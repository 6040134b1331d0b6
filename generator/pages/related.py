"""Related cases, each with the reason why it is one."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.related import Reason, Related, Shared
from generator.library.ids import CaseId
from generator.pages.inputs import Inputs
from generator.pages.values import Link
from generator.strings import text

_SHARED: Final = MappingProxyType(
    {
        Reason.METHOD: Dimension.METHOD,
        Reason.INDUSTRY: Dimension.INDUSTRY,
        Reason.FOCUS_AREA: Dimension.FOCUS_AREA,
    }
)
"""The reasons that name what is shared."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related case and why it is one."""

    link: Link
    enterprise: str
    reasons: str
    mark: str
    """演示 for a fictional case, else empty."""


def related_views(inputs: Inputs, case_id: CaseId) -> tuple[RelatedView, ...]:
    """Give the cases worth reading next, the best first."""
    return tuple([_related(inputs, item) for item in inputs.catalogue.related(case_id)])


def _related(inputs: Inputs, related: Related) -> RelatedView:
    row = inputs.rows.get(related.case_id) or inputs.row(inputs.library.cases[related.case_id])
    return RelatedView(row.link, row.enterprise.label, _reasons(inputs, related), row.mark)


def _reasons(inputs: Inputs, related: Related) -> str:
    """Say the reasons; by identity, for the index has one tuple for all who share the same."""
    reasons = related.reasons
    known = inputs.reasons.get(id(reasons))
    if known is None:
        words = [
            inputs.shared.get((one.reason, one.slugs)) or _reason(inputs, one) for one in reasons
        ]
        known = inputs.reasons[id(reasons)] = reasons, text("pages.format.beside").join(words)
    return known[1]


def _reason(inputs: Inputs, shared: Shared) -> str:
    reason, slugs = shared.reason, shared.slugs
    names = {}
    if dimension := _SHARED.get(reason):
        labels = [inputs.term(dimension, slug).label for slug in slugs]
        names = {"names": text("pages.format.comma").join(labels)}
    said = inputs.shared[reason, slugs] = text(f"pages.reason.{reason}", **names)
    return said
