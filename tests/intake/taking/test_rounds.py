"""Which edition a submission belongs to."""

import pytest

from generator.intake.remarks import RefusedDocumentError
from generator.intake.taking.rounds import choose_edition
from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.lifecycle import Level


def edition(year: int, level: Level = Level.NATIONAL) -> Edition:
    return Edition(year=year, title=f"{year}", level=level)


EDITIONS = {
    EditionId("2021"): edition(2021),
    EditionId("2021-shandong"): edition(2021, Level.PROVINCIAL),
    EditionId("2022"): edition(2022),
    EditionId("2024-a"): edition(2024, Level.PROVINCIAL),
    EditionId("2024-b"): edition(2024, Level.PROVINCIAL),
}


def test_what_the_editor_says_holds() -> None:
    assert choose_edition(EditionId("2021-shandong"), 2022, EDITIONS) == ("2021-shandong", ())


def test_the_year_of_the_form_tells_and_is_said() -> None:
    found, remarks = choose_edition(None, 2022, EDITIONS)
    assert found == "2022"
    assert "2022" in remarks[0].worded()


def test_of_several_of_a_year_the_national_one_is_taken() -> None:
    assert choose_edition(None, 2021, EDITIONS)[0] == "2021"


@pytest.mark.parametrize("named", [None, "2030"])
@pytest.mark.parametrize("year", [None, 2024, 1999])
def test_what_cannot_be_told_is_refused(named: str | None, year: int | None) -> None:
    with pytest.raises(RefusedDocumentError) as caught:
        choose_edition(EditionId(named) if named else None, year, EDITIONS)
    assert "2021-shandong" in caught.value.remark.worded()


def test_a_wrong_edition_is_not_replaced_by_the_form() -> None:
    with pytest.raises(RefusedDocumentError):
        choose_edition(EditionId("2030"), 2022, EDITIONS)
