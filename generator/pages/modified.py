"""When what a page shows last changed, for the sitemap: days that the records state, no clock."""

from collections.abc import Iterable

from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.notice import Notice
from generator.pages.inputs import Inputs


def day_of_case(inputs: Inputs, case: Case) -> str:
    """Give the day (ISO) of a case's revocation or approval, or "" where it states none."""
    return inputs.days.get(case.id, "")


def day_of_notice(notice: Notice) -> str:
    """Give the day (ISO) on which a notice was issued, or "" where only its year is known."""
    return notice.front.issued_on.isoformat() if notice.front.issued_on else ""


def newest_case(inputs: Inputs, case_ids: Iterable[CaseId]) -> str:
    """Give the newest day of some cases; "" for none."""
    days = inputs.days
    return max([days.get(case_id, "") for case_id in case_ids], default="")


def newest_of_terms(inputs: Inputs, entries: Iterable[TermEntry]) -> str:
    """Give the newest day of the cases of some terms; "" for none."""
    newest = [newest_case(inputs, (*entry.case_ids, *entry.revoked_ids)) for entry in entries]
    return max(newest, default="")


def newest_notice(notices: Iterable[Notice]) -> str:
    """Give the newest day of some notices; "" for none."""
    return max(map(day_of_notice, notices), default="")


def newest_of_all(inputs: Inputs) -> str:
    """Give the newest day of all cases and notices with a page, for pages that show them all."""
    catalogue = inputs.catalogue
    shown = newest_case(inputs, [case.id for case in (*catalogue.cases, *catalogue.revoked)])
    return max(shown, newest_notice(catalogue.notices.notices))
