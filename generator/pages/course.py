"""The course of a term over the years: a chart, and the same numbers as a table."""

from dataclasses import dataclass

from generator.catalogue.dimensions import Dimension
from generator.catalogue.statistics import YearCount
from generator.catalogue.terms import TermEntry
from generator.charts.drawing import Columns
from generator.charts.values import Bar
from generator.pages import routes
from generator.pages.drawn_terms import href
from generator.pages.inputs import Inputs
from generator.pages.values import Link
from generator.strings import text


@dataclass(frozen=True, slots=True)
class CourseYear:
    """The term's cases of one year."""

    year: Link
    real: str
    """A dash where the year has no case of the term."""
    demonstration: str
    """Empty for none."""


@dataclass(frozen=True, slots=True)
class CourseView:
    """The course of a term."""

    drawing: Columns
    years: tuple[CourseYear, ...]
    """Every year from the library's first to its last."""

    @property
    def chart(self) -> str:
        """Draw it (SVG)."""
        return str(self.drawing)


def course_view(inputs: Inputs, entry: TermEntry) -> CourseView | None:
    """Give a term's course, or None before its first case."""
    if not entry.count:
        return None
    counts = inputs.catalogue.course(entry)
    here = routes.term(entry.dimension, entry.slug)
    drawing = Columns(
        text("pages.course.chart", label=entry.label),
        text("pages.course.description", first=counts[0].year, last=counts[-1].year),
        tuple([_bar(inputs, here, item) for item in counts]),
    )
    return CourseView(drawing, tuple([_year(inputs, item) for item in counts]))


def _bar(inputs: Inputs, here: str, item: YearCount) -> Bar:
    year, count = str(item.year), item.count
    there = inputs.term(Dimension.YEAR, year) if count.total else Link(year)
    return Bar(year, count.real, count.demonstration, href(here, there))


def _year(inputs: Inputs, item: YearCount) -> CourseYear:
    count = item.count
    return CourseYear(
        inputs.term(Dimension.YEAR, str(item.year)),
        str(count.real) if count.total else text("pages.format.none"),
        str(count.demonstration or ""),
    )
