"""What the page of a case says of itself to machines."""

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case
from generator.pages import routes
from generator.pages.head import Article, Head, addresses_of, head
from generator.pages.inputs import Inputs, full_title, summary_line
from generator.pages.structured import Location, Thing, thing
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
        _article(inputs, case, location),
        *video_things(inputs, case),
        article=Article(_headline(case), published_on, front.enterprise),
    )


def _article(inputs: Inputs, case: Case, location: Location) -> Thing:
    addresses = addresses_of(inputs, location.uri)
    front = case.front
    year = inputs.term(Dimension.YEAR, str(front.year))
    areas = [inputs.term(Dimension.FOCUS_AREA, slug) for slug in case.fields]
    list_name = text("pages.case.list", year=front.year)
    return thing(
        "Article",
        headline=_headline(case),
        disambiguatingDescription=text("pages.mark.demonstration_title")
        if case.is_demonstration
        else "",
        identifier=case.id,
        url=addresses.here,
        inLanguage=text("pages.language"),
        datePublished=day(front.approved_on),
        temporalCoverage=str(front.year),
        author={"@type": "Organization", "name": front.enterprise},
        about=[
            thing("Thing", name=area.label, url=addresses.to(area.uri) if area.uri else "")
            for area in areas
        ],
        keywords=[inputs.term(Dimension.METHOD, slug).label for slug in case.methods],
        isPartOf=thing("Collection", name=list_name, url=addresses.to(year.uri))
        if year.uri
        else None,
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
