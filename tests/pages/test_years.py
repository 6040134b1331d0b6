"""The list of years."""

from generator.pages.years import year_list_view
from generator.strings import labels
from tests.pages import toy
from tests.pages.rendering import render


def test_years_say_what_each_round_announced_and_what_is_held() -> None:
    view = year_list_view(toy.inputs())
    assert [line.year.label for line in view.years] == ["2023", "2022", "2021"]
    rounds = {item.round.label: item for line in view.years for item in line.rounds}
    full = rounds["Round 2022"]
    assert full.round.uri == "years/2022/#edition-2022"
    assert "58" in full.held.said
    assert full.held.staff.startswith("<svg")
    assert rounds["Round 2021"].held.staff == ""
    assert rounds["Shandong 2021"].level == labels("level")["provincial"]
    assert not rounds["Shandong 2021"].is_national


def test_the_list_of_years_links_to_each_year() -> None:
    shown = render(toy.planned()["years/"])
    for year in ("2021", "2022", "2023"):
        assert f'href="../years/{year}/"' in shown
