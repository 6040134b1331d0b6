"""A case as a trainer presents it: its chapter, and beside it what only slides show."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case, Indicator
from generator.pages import routes
from generator.pages.citations import citation
from generator.pages.indicators import IndicatorTable, indicator_table
from generator.pages.inputs import Inputs
from generator.pages.values import level_unless_national
from generator.pages.video import video_views
from generator.publication.manuscripts.chapter import Chapter
from generator.strings import text


@dataclass(frozen=True, slots=True)
class ChartManuscript:
    """The values of an indicator as a chart has them; all are finite."""

    heading: str
    """Name and unit, as above the chart of the page."""
    years: tuple[int, ...]
    """The earliest first; a year without a value is no year of this chart."""
    values: tuple[float, ...]
    shown: tuple[str, ...]
    """The values as the page writes them."""
    average: float | None
    best: float | None
    reading: str
    """How to read it: which way is better, the rank, where the axis begins."""
    note: str


@dataclass(frozen=True, slots=True)
class VideoManuscript:
    """A video of the case."""

    title: str
    length: str
    """In words, or empty."""
    chapters: tuple[str, ...]
    """Where each begins, what it is called and how long it is."""
    address: str
    """Absolute, or empty where the site does not know its own and the video lies on it."""
    provider: str


@dataclass(frozen=True, slots=True)
class SlidesManuscript:
    """What the slides of a case say."""

    chapter: Chapter
    """Title, byline, mark, summary, text, colophon: as every document of the case has them."""
    facts: tuple[tuple[str, str], ...]
    """Label and value: year, focus areas, methods."""
    charts: tuple[ChartManuscript, ...]
    table: IndicatorTable | None
    """All indicators, or None."""
    honours: tuple[str, ...]
    videos: tuple[VideoManuscript, ...]
    citation: str
    """By GB/T 7714-2015; the day on which the reader looked is the reader's and left out."""


def slides(inputs: Inputs, case: Case, chapter: Chapter) -> SlidesManuscript:
    """Give the slides of a case; its chapter may be without the text (`outline`)."""
    indicators = case.front.indicators
    cited = citation(inputs, case)
    return SlidesManuscript(
        chapter=chapter,
        facts=tuple(_facts(inputs, case, chapter)),
        charts=tuple(charts_of(indicators)),
        table=indicator_table(indicators),
        honours=case.front.honours,
        videos=tuple(video_manuscripts(inputs, case)),
        citation=text(
            "publication_slides.citation",
            before=cited.before,
            issued=cited.issued,
            place=cited.place,
        ),
    )


def video_manuscripts(inputs: Inputs, case: Case) -> Iterator[VideoManuscript]:
    """Give the videos of a case with absolute addresses."""
    site = inputs.config.site_url
    for video in video_views(case):
        inside = f"{routes.absolute(site, routes.case(case.id))}#{video.anchor}" if site else ""
        yield VideoManuscript(
            title=video.title,
            length=video.minutes,
            chapters=tuple(
                text(
                    "publication_slides.chapter",
                    time=chapter.time,
                    title=chapter.title,
                    minutes=chapter.minutes,
                )
                for chapter in video.chapters
            ),
            # The page plays it with captions and chapters; a bare file would not.
            address=inside or video.url,
            provider="" if video.uri else video.provider,
        )


def _facts(inputs: Inputs, case: Case, chapter: Chapter) -> Iterator[tuple[str, str]]:
    areas = [inputs.term(Dimension.FOCUS_AREA, slug).label for slug in case.fields]
    level = level_unless_national(case.front.level)
    year = text("pages.format.year", year=case.front.year)
    values = {
        "year": text("pages.format.beside").join(part for part in (year, level) if part),
        "focus_area": text("pages.format.comma").join(areas),
        "method": text("pages.format.comma").join(chapter.methods),
    }
    for key, value in values.items():
        if value:
            yield text(f"publication_slides.fact.{key}"), value


def charts_of(indicators: tuple[Indicator, ...]) -> Iterator[ChartManuscript]:
    """Give a chart for each indicator that has a value."""
    table = indicator_table(indicators)
    for indicator, row in zip(indicators, table.rows if table else (), strict=True):
        values = dict(sorted(indicator.values.items()))
        if not values or table is None:
            continue
        written = dict(zip(table.years, row.values, strict=True))
        yield ChartManuscript(
            heading=row.heading,
            years=tuple(values),
            values=tuple(values.values()),
            shown=tuple(written[str(year)] for year in values),
            average=indicator.industry_average,
            best=indicator.industry_best,
            reading=row.reading,
            note=row.note,
        )
