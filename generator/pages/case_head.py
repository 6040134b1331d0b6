"""What the page of a case says of itself to machines."""

from dataclasses import dataclass

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case
from generator.pages import routes
from generator.pages.head import Article, Head, head
from generator.pages.inputs import Inputs, full_title, summary_line
from generator.pages.structured import Addresses, Described, Location, Thing, thing
from generator.pages.values import Link, day
from generator.pages.video import video_things
from generator.strings import text


def case_head(inputs: Inputs, case: Case) -> Head:
    """Give the head of a case's page; a revoked case is no article: its text is not shown."""
    location = Location(routes.case(case.id), inputs.row(case).title, _crumbs(inputs, case))
    description = _description(case)
    if not case.is_listed:
        return head(inputs, location, description)
    front = case.front
    published_on = day(front.approved_on) or str(front.year)
    return head(
        inputs,
        location,
        description,
        _article(inputs, case),
        *video_things(inputs, case),
        article=Article(_headline(case), published_on, front.enterprise),
    )


@dataclass(frozen=True, slots=True)
class CaseArticle(Described):
    """A case as machines read it."""

    headline: str
    is_demonstration: bool
    number: str
    published_on: str
    """ISO date, or empty."""
    year: int
    year_uri: str
    """Empty: the year has no page."""
    enterprise: str
    areas: tuple[Link, ...]
    methods: tuple[Link, ...]

    def thing(self, addresses: Addresses) -> Thing:
        """Give the article."""
        fictional = text("pages.mark.demonstration_title") if self.is_demonstration else ""
        return thing(
            "Article",
            headline=self.headline,
            disambiguatingDescription=fictional,
            identifier=self.number,
            url=addresses.here,
            inLanguage=text("pages.language"),
            datePublished=self.published_on,
            temporalCoverage=str(self.year),
            author={"@type": "Organization", "name": self.enterprise},
            about=[
                thing("Thing", name=area.label, url=addresses.to(area.uri) if area.uri else "")
                for area in self.areas
            ],
            keywords=[method.label for method in self.methods],
            isPartOf=self._list(addresses),
        )

    def _list(self, addresses: Addresses) -> Thing | None:
        if not self.year_uri:
            return None
        name = text("pages.case.list", year=self.year)
        return thing("Collection", name=name, url=addresses.to(self.year_uri))


def _article(inputs: Inputs, case: Case) -> CaseArticle:
    front, term = case.front, inputs.term
    return CaseArticle(
        headline=_headline(case),
        is_demonstration=case.is_demonstration,
        number=case.id,
        published_on=day(front.approved_on),
        year=front.year,
        year_uri=term(Dimension.YEAR, str(front.year)).uri,
        enterprise=front.enterprise,
        areas=tuple([term(Dimension.FOCUS_AREA, slug) for slug in case.fields]),
        methods=tuple([term(Dimension.METHOD, slug) for slug in case.methods]),
    )


def _headline(case: Case) -> str:
    """Give the title alone; a fictional one says so, an untitled case goes by its enterprise."""
    if not case.front.title:
        return full_title(case)
    before = text("pages.mark.before") if case.is_demonstration else ""
    return before + case.front.title


def _description(case: Case) -> str:
    said = summary_line(case) or text(
        "pages.case.description",
        year=case.front.year,
        enterprise=case.front.enterprise,
        title=case.front.title or text("pages.case.no_title"),
    )
    return text("pages.mark.before") + said if case.is_demonstration else said


def _crumbs(inputs: Inputs, case: Case) -> tuple[Link, ...]:
    return (
        Link(text("pages.navigation.cases"), routes.CASES),
        inputs.year(case.front.year),
        Link(case.id),
    )
