"""Short addresses of sessions and of the cases shown there: to be read aloud, and typed."""

from dataclasses import dataclass
from functools import partial

from generator.library.notice import Notice
from generator.library.short_addresses import numbered_cases, short_uri
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.service import redirect_view
from generator.strings import text


@dataclass(frozen=True, slots=True)
class ShortAddress:
    """A short address."""

    uri: str
    shown: str
    """With the host and without the scheme; only the uri where the site does not know its own."""


def short_address(inputs: Inputs, notice: Notice, number: int = 0) -> ShortAddress | None:
    """Give the short address of a session, or of its case of this number; None of other notices."""
    name = inputs.catalogue.notices.short_names.get(notice.id)
    if name is None:
        return None
    uri = short_uri(name, number)
    whole = routes.absolute(inputs.config.site_url, uri)
    return ShortAddress(uri, whole.partition("://")[2] or uri)


def short_pages(inputs: Inputs) -> Pages:
    """Lead the short address of every session, and of every case shown there, to its page."""
    for notice_id in inputs.catalogue.notices.short_names:
        notice = inputs.library.notices[notice_id]
        yield _redirect(inputs, notice, 0, routes.notice(notice_id))
        for number, case_id in enumerate(numbered_cases(notice), start=1):
            link = inputs.case_named(case_id)
            if link is not None:
                yield _redirect(inputs, notice, number, link.uri)


def _redirect(inputs: Inputs, notice: Notice, number: int, target: str) -> PlannedPage:
    uri = short_uri(inputs.catalogue.notices.short_names[notice.id], number)
    make = partial(redirect_view, inputs.config.site_url, target, is_short=True)
    return PlannedPage(uri, "redirect.html", text("pages.short.title"), make, indexed=False)
