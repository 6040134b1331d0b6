"""An edition: the names that it prints."""

from generator.library.edition import Edition, PrintedNames

NAMES = PrintedNames([("A Ｂ", "one"), ("AB", "two"), ("ab", "three"), ("空", "")])


def test_a_name_is_found_letter_for_letter_before_it_is_folded() -> None:
    assert NAMES.find("AB") == "two"
    assert NAMES.find("ab") == "three"
    assert NAMES.find("a b") == "one"
    assert NAMES.find("空") == NAMES.find("无") == ""


def test_the_first_of_equal_names_wins() -> None:
    assert PrintedNames([("甲", "one"), ("甲", "two")]).find("甲") == "one"


def test_an_edition_knows_its_names() -> None:
    edition = Edition.model_validate(
        {
            "year": 2022,
            "title": "示例",
            "focus_areas": [{"number": 1, "area": "digital", "label": "数字化"}],
            "recommenders": [{"number": 1, "printed": "示例厅", "id": "office"}],
        }
    )
    assert edition.printed_areas.find("数字化") == "digital"
    assert edition.printed_recommenders.find("示例厅") == "office"
