"""Tables of numbers by year, and the list of videos."""

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.library.case import Video
from generator.library.lifecycle import Level, VideoProvider
from generator.library.vocabulary import Term
from tests.catalogue.samples import case, library, synthetic, vocabularies

WORDS = vocabularies(
    focus_areas=[Term(slug="a", label="A"), Term(slug="b", label="B"), Term(slug="c", label="C")]
)


def test_year_by_focus_area() -> None:
    cases = [
        case("2022-001", fields=("a", "b")),
        case("2022-d01", fields=("a",), demonstration=True),
        case("2020-001", fields=("b",)),
        case("2020-002"),
    ]
    table = Catalogue.of(library(cases, words=WORDS)).statistics(Dimension.FOCUS_AREA)
    assert table.years == (2022, 2020)
    assert [(row.slug, row.counts) for row in table.rows] == [
        ("a", (Count(1, 1), Count())),
        ("b", (Count(1), Count(1))),
        ("c", (Count(), Count())),
    ]
    assert table.totals == (Count(1, 1), Count(2))
    assert table.without == (Count(), Count(1))
    assert table.total == Count(3, 1)
    assert table.rows[0].total == Count(1, 1)


def test_levels_are_counted_by_year() -> None:
    cases = [case("2022-001"), case("2022-hubei-001", level=Level.PROVINCIAL)]
    table = Catalogue.of(library(cases)).statistics_by_level()
    assert [(row.slug, row.total.total) for row in table.rows] == [
        ("national", 1),
        ("provincial", 1),
        ("municipal", 0),
    ]


def test_every_table_adds_up() -> None:
    catalogue = Catalogue.of(synthetic(200))
    for dimension in Dimension:
        table = catalogue.statistics(dimension)
        assert sum(count.total for count in table.totals) == len(catalogue.cases)
        for row in table.rows:
            entry = catalogue.term(dimension, row.slug)
            assert entry is not None
            assert row.total == entry.counted


def test_videos_stand_in_the_order_of_their_cases() -> None:
    def video(title: str) -> Video:
        return Video(title=title, provider=VideoProvider.FILE, file="v.mp4")

    cases = [
        case("2020-001", videos=(video("old"),)),
        case("2022-001", videos=(video("one"), video("two"))),
    ]
    found = Catalogue.of(library(cases)).videos
    assert [(item.case_id, item.number, item.video.title) for item in found] == [
        ("2022-001", 1, "one"),
        ("2022-001", 2, "two"),
        ("2020-001", 1, "old"),
    ]


def test_the_course_of_a_term_has_every_year_and_counts_each_case_once() -> None:
    cases = [
        case("2019-001", fields=("b",)),
        case("2020-001", fields=("a",)),
        case("2022-001", fields=("a", "b")),
        case("2022-d01", fields=("a",), demonstration=True),
    ]
    catalogue = Catalogue.of(library(cases, words=WORDS))
    entry = catalogue.term(Dimension.FOCUS_AREA, "a")
    assert entry is not None
    assert [(item.year, item.count) for item in catalogue.course(entry)] == [
        (2019, Count()),
        (2020, Count(1)),
        (2021, Count()),
        (2022, Count(1, 1)),
    ]
    empty = catalogue.term(Dimension.FOCUS_AREA, "c")
    assert empty is not None
    assert {item.count for item in catalogue.course(empty)} == {Count()}
    nothing = Catalogue.of(library(words=WORDS))
    assert nothing.course(nothing.entries[Dimension.FOCUS_AREA]["a"]) == ()


def test_the_videos_of_a_term_are_those_of_its_cases() -> None:
    film = Video(title="Film", provider=VideoProvider.FILE, file="v.mp4")
    cases = [
        case("2022-001", fields=("a",), videos=(film, film)),
        case("2022-002", fields=("b",), videos=(film,)),
        case("2020-001", fields=("a",), videos=(film,)),
    ]
    catalogue = Catalogue.of(library(cases, words=WORDS))
    entry = catalogue.term(Dimension.FOCUS_AREA, "a")
    assert entry is not None
    assert [(item.case_id, item.number) for item in catalogue.videos_of(entry)] == [
        ("2022-001", 1),
        ("2022-001", 2),
        ("2020-001", 1),
    ]
