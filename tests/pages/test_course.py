"""The course of a term over the years."""

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.pages.course import course_view
from generator.strings import text
from tests.pages import toy


def test_a_course_counts_every_case_once_and_names_every_year() -> None:
    inputs = toy.inputs()
    for dimension in (Dimension.METHOD, Dimension.FOCUS_AREA, Dimension.REGION):
        for entry in inputs.entries[dimension].values():
            course = course_view(inputs, entry)
            if course is None:
                assert entry.count == 0
                continue
            assert [item.year.label for item in course.years] == ["2021", "2022"]
            real = sum(int(item.real) for item in course.years if item.real.isdigit())
            fictional = sum(int(item.demonstration or 0) for item in course.years)
            assert Count(real, fictional) == entry.counted


def test_a_course_is_a_chart_whose_links_lead_from_the_term_to_years_with_cases() -> None:
    inputs = toy.inputs()
    course = course_view(inputs, inputs.entries[Dimension.METHOD]["qc"])
    assert course is not None
    assert 'href="../../years/2022/"' in course.chart
    assert 'href="../../years/2021/"' in course.chart
    lone = course_view(inputs, inputs.entries[Dimension.METHOD]["spc"])
    assert lone is not None
    assert "years/2021" not in lone.chart
    none = text("pages.format.none")
    assert [(item.year.label, item.real) for item in lone.years] == [("2021", none), ("2022", "2")]
