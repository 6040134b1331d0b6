"""Cases as records of the open data: the listed ones, in catalogue order."""

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case, Indicator, Video
from generator.library.ids import CaseId
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.providers import watch_address
from generator.publication.opendata.addresses import address, file_records, iso, source_records
from generator.publication.opendata.records import (
    CaseRecord,
    EnterpriseRef,
    IndicatorRecord,
    PrintedRef,
    TermRef,
    VideoRecord,
    YearValue,
)


def case_records(inputs: Inputs) -> tuple[CaseRecord, ...]:
    """Give every listed case, and no other."""
    return tuple([_case(inputs, case) for case in inputs.catalogue.cases])


def term_ref(inputs: Inputs, dimension: Dimension, slug: str) -> TermRef | None:
    """Give a term, or None for no slug."""
    return TermRef(id=slug, label=inputs.term(dimension, slug).label) if slug else None


def _case(inputs: Inputs, case: Case) -> CaseRecord:
    front, terms = case.front, Dimension
    listed = inputs.library.cases
    return CaseRecord(
        id=case.id,
        year=front.year,
        edition=case.edition,
        level=front.level,
        demonstration=case.is_demonstration,
        title=front.title,
        enterprise=_enterprise(inputs, case),
        region=term_ref(inputs, terms.REGION, case.region),
        city=front.city,
        focus_areas=_focus_areas(inputs, case),
        methods=tuple(
            TermRef(id=slug, label=inputs.term(terms.METHOD, slug).label) for slug in case.methods
        ),
        recommender=_recommender(inputs, case),
        industry=term_ref(inputs, terms.INDUSTRY, case.industry),
        size=front.size,
        group=front.group,
        number=front.number,
        status="approved",
        publicity_on=iso(front.publicity_on),
        approved_on=iso(front.approved_on),
        summary=front.summary,
        has_text=not case.body.is_empty,
        indicators=tuple(map(_indicator, front.indicators)),
        honours=front.honours,
        videos=tuple(_video(inputs, case, video) for video in front.videos),
        attachments=file_records(inputs, case.path, front.attachments),
        lineage=tuple(
            one for one in map(CaseId, front.lineage) if one in listed and listed[one].is_listed
        ),
        notices=tuple(one.id for one in inputs.catalogue.naming(case.id)),
        sources=source_records(front.sources),
        address=address(inputs, routes.case(case.id)),
    )


def _enterprise(inputs: Inputs, case: Case) -> EnterpriseRef:
    known = inputs.catalogue.enterprises[case.id]
    name = case.front.enterprise
    others = dict.fromkeys((known.name, *known.other_names, *case.front.enterprise_aliases))
    return EnterpriseRef(
        id=known.slug, name=name, aliases=tuple(other for other in others if other != name)
    )


def _focus_areas(inputs: Inputs, case: Case) -> tuple[PrintedRef, ...]:
    edition = inputs.library.editions.get(case.edition)
    printed = {one.area: one.label for one in edition.focus_areas} if edition else {}
    found = []
    for slug in case.fields:
        label = inputs.term(Dimension.FOCUS_AREA, slug).label
        found.append(PrintedRef(id=slug, label=label, printed=printed.get(slug, "")))
    return tuple(found)


def _recommender(inputs: Inputs, case: Case) -> PrintedRef | None:
    slug = case.recommender
    if not slug:
        return None
    printed = inputs.printed.get((case.edition, slug))
    label = inputs.term(Dimension.RECOMMENDER, slug).label
    return PrintedRef(id=slug, label=label, printed=printed.label if printed else "")


def _indicator(row: Indicator) -> IndicatorRecord:
    return IndicatorRecord(
        name=row.name,
        unit=row.unit,
        values=tuple(
            YearValue(year=year, value=value) for year, value in sorted(row.values.items())
        ),
        industry_average=row.industry_average,
        industry_best=row.industry_best,
        rank=row.rank,
        direction=row.direction,
        note=row.note,
    )


def _video(inputs: Inputs, case: Case, video: Video) -> VideoRecord:
    """Give a video with the address at which it plays; a file of the site by the site's own."""
    inside = routes.beside(case.path, video.file)
    return VideoRecord(
        title=video.title,
        provider=video.provider,
        address=address(inputs, inside) if inside else watch_address(video),
        minutes=video.minutes,
        published_on=iso(video.published_on),
    )
