"""The page of an enterprise answers: does it hold the title, since when, still?"""

from generator.catalogue.dimensions import Dimension, enterprise_slug
from generator.library.library import Library
from generator.pages.enterprise import EnterpriseView, enterprise_parts, enterprise_view
from generator.strings import labels, text
from tests.pages import toy


def view_of(name: str, library: Library | None = None) -> EnterpriseView:
    inputs = toy.inputs(library)
    entry = inputs.entries[Dimension.ENTERPRISE][enterprise_slug(name)]
    part = next(iter(enterprise_parts(inputs, entry)))
    return enterprise_view(inputs, entry, part)


def level(name: str, count: int) -> str:
    return text("pages.enterprise.answer.level", level=labels("level")[name], count=count)


def test_a_holder_is_told_with_the_first_year_and_each_level() -> None:
    view = view_of("Firm One")
    assert view.is_holder
    said = text("pages.enterprise.answer.holds", since=2021, levels=level("national", 2))
    assert view.answer == said
    assert [held.row.uri for held in view.titles] == ["cases/2022-001/", "cases/2021-002/"]
    assert all(held.is_valid for held in view.titles)
    assert view.other_names == ("One",)


def test_a_provincial_title_is_not_said_to_be_national() -> None:
    assert level("provincial", 1) in view_of("Firm Three").answer


def test_a_title_names_its_papers() -> None:
    held = view_of("Firm One").titles[0]
    assert [link.uri for link in held.notices] == ["notices/2022-result/"]
    assert [source.url for source in held.sources] == ["", "https://example.org/news", ""]
    assert held.announced_on == "2022-10-01"


def test_who_lost_all_titles_holds_none() -> None:
    view = view_of("Fallen")
    assert not view.is_holder
    assert view.answer == text("pages.enterprise.answer.revoked", revoked=1)
    (lost,) = view.titles
    assert not lost.is_valid
    assert "2024-03-15" in lost.state
    assert [link.uri for link in lost.notices] == [
        "notices/2022-result/",
        "notices/2024-revocation/",
    ]


def test_a_fictional_enterprise_is_marked() -> None:
    assert view_of("Fictional").mark == text("pages.mark.demonstration")
    assert view_of("Firm Two").mark == ""
    caution = text("pages.enterprise.answer.fictional", answer="")[:5]
    assert view_of("Fictional").answer.startswith(caution)
    assert not view_of("Firm Two").answer.startswith(caution)
