"""Which edition a submission belongs to: what the editor says, else what its form says."""

from collections.abc import Mapping

from generator.intake.remarks import RefusedDocumentError, Remark, RemarkKind
from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.lifecycle import Level
from generator.strings import text

Editions = Mapping[EditionId, Edition]


def choose_edition(
    named: EditionId | None, year: int | None, editions: Editions
) -> tuple[EditionId, tuple[Remark, ...]]:
    """Give the edition; a national one is taken where a year has several, and that is said.

    Raises RefusedDocumentError, naming the editions there are, when none can be told.
    """
    if named is not None and named in editions:
        return named, ()
    found = [id_ for id_, edition in editions.items() if edition.year == year]
    national = [id_ for id_ in found if editions[id_].level is Level.NATIONAL]
    chosen = national if len(found) > 1 else found
    if len(chosen) != 1 or named is not None:
        known = text("labels.joint").join(sorted(editions))
        raise RefusedDocumentError("intake_taking.refused.no_edition", editions=known)
    values = {"edition": str(chosen[0])}
    return chosen[0], (Remark(RemarkKind.GUESSED, "intake_taking.remark.edition", values),)
