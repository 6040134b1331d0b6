"""Every kind of page of the site: what tests in a browser, validator and screenshots visit.

A new kind of page gets its line here; `test_pages.py` fails when a template has none.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page, with one page of the real site that shows it."""

    name: str
    template: str
    path: str
    """Address relative to the site's root."""
    sheets: tuple[int, int] = (1, 4)
    """The least and the most sheets of A4 that it prints on."""

    def __str__(self) -> str:
        """Name it in the tests' names."""
        return self.name


KINDS: Final = (
    Kind("home", "home.html", "", sheets=(2, 5)),
    # Cases: long with figures, tables and videos; known only from a list; revoked; provincial.
    Kind("cases", "cases.html", "cases/"),
    Kind("cases-second", "cases.html", "cases/page/2/"),
    Kind("case", "case.html", "cases/2022-d01/", sheets=(7, 10)),
    Kind("case-formulas", "case.html", "cases/2022-d02/", sheets=(7, 10)),
    Kind("case-listed", "case.html", "cases/2019-001/", sheets=(1, 1)),
    Kind("case-provincial", "case.html", "cases/2021-provincial-d01/", sheets=(6, 9)),
    Kind("case-revoked", "case.html", "cases/2022-d05/", sheets=(1, 2)),
    # The ways into the catalogue: a list of terms, and one term, of every dimension.
    Kind("years", "years.html", "years/"),
    Kind("year", "year.html", "years/2022/", sheets=(2, 5)),
    Kind("year-sparse", "year.html", "years/2014/"),
    Kind("fields", "terms.html", "fields/"),
    Kind("field", "focus_area.html", "fields/digitalization/"),
    Kind("methods", "terms.html", "methods/", sheets=(2, 5)),
    Kind("method", "method.html", "methods/statistical-process-control/"),
    Kind("method-unused", "method.html", "methods/iatf-16949/"),
    Kind("recommenders", "terms.html", "recommenders/"),
    Kind("recommender", "recommender.html", "recommenders/shanghai/"),
    Kind("regions", "terms.html", "regions/"),
    Kind("region", "term.html", "regions/hubei/"),
    Kind("industries", "terms.html", "industries/"),
    Kind("industry", "term.html", "industries/39/"),
    Kind("enterprises", "enterprises.html", "enterprises/"),
    Kind("enterprise", "enterprise.html", "enterprises/e271ab4eb96/"),
    # Notices of every kind.
    Kind("notices", "notices.html", "notices/"),
    Kind("notices-of-kind", "notices.html", "notices/kind/call/"),
    Kind("notices-of-year", "notices.html", "notices/year/2022/"),
    Kind("notice-call", "notice.html", "notices/2022-06-14-wuhan-call/"),
    Kind("notice-publicity", "notice.html", "notices/2022-09-23-publicity-demo/"),
    Kind("notice-result", "notice.html", "notices/2022-10-20-result-demo/"),
    Kind("notice-session", "notice.html", "notices/2023-12-07-session-demo/"),
    Kind("run-sheet", "run_sheet.html", "notices/2023-12-07-session-demo/run-sheet/"),
    Kind("badges", "badges.html", "notices/2023-12-07-session-demo/badges/"),
    Kind("notice-download", "notice.html", "notices/2022-11-21-download-demo/"),
    Kind("notice-revocation", "notice.html", "notices/2024-03-15-revocation-demo/"),
    Kind("videos", "videos.html", "videos/"),
    Kind("sessions", "sessions.html", "sessions/"),
    Kind("revocations", "revocations.html", "revocations/"),
    Kind("statistics", "statistics.html", "statistics/", sheets=(5, 9)),
    Kind("search", "search.html", "search/"),
    Kind("site-map", "site_map.html", "site-map/"),
    # Hand-written pages.
    Kind("about", "document.html", "about/"),
    Kind("accessibility", "document.html", "accessibility/"),
    Kind("corrections", "document.html", "corrections/"),
    Kind("guide", "document.html", "guide/"),
    Kind("guide-markdown", "document.html", "guide/markdown/", sheets=(2, 5)),
    Kind("platform", "platform.html", "platform/"),
    Kind("service-compare", "service-compare.html", "platform/compare/"),
    Kind("service-benchmarking", "service-benchmarking.html", "platform/benchmarking/"),
    Kind("service-evaluation", "service-evaluation.html", "platform/evaluation/", sheets=(5, 12)),
    Kind("service-learning", "service-learning.html", "platform/learning/"),
    Kind("lessons", "service-learning.html", "platform/learning/methods/digital-twin/"),
    Kind("service-verification", "service-verification.html", "platform/verification/"),
    Kind("service-presentation", "service-presentation.html", "platform/presentation/"),
    Kind("service-poster", "service-poster.html", "platform/poster/"),
    Kind("service-application", "service-application.html", "platform/application/"),
    Kind("application-form", "service-application-form.html", "platform/application/import/"),
    Kind("not-found", "not_found.html", "404.html"),
)

ONE_OF_EACH_TEMPLATE: Final = tuple({kind.template: kind for kind in reversed(KINDS)}.values())
"""The first kind of every template: for what the content hardly changes."""

NO_PAGES: Final = frozenset(
    {"redirect.html", "robots.html", "sitemap.html", "sitemap_index.html", "verbatim.html"}
)
"""Templates of what nobody reads: they lead elsewhere, or are for programs."""
