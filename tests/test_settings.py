"""The settings of mkdocs.yml as our own records."""

from pathlib import Path
from typing import Any

import pytest

from generator.errors import ConfigurationError
from generator.pages.shell import Account
from generator.settings import BiaoganConfig, account, imprint, named_fonts, wanted


def plugin(**values: str) -> BiaoganConfig:
    config = BiaoganConfig()
    config.load_dict(values)
    errors, warnings = config.validate()
    assert (errors, warnings) == ([], [])
    return config


def test_what_the_footer_states_comes_from_the_settings() -> None:
    stated = imprint(plugin(organizer=" 示例协会 ", site_code="0000", feedback="a@example.org"))
    assert (stated.organizer, stated.site_code, stated.icp) == ("示例协会", "0000", "")
    assert stated.feedback == "mailto:a@example.org"
    assert stated.is_mailbox


def test_reports_may_go_to_a_page_or_nowhere() -> None:
    assert not imprint(plugin(feedback="https://example.org/report")).is_mailbox
    assert imprint(plugin()).feedback == ""


def test_an_address_that_nobody_can_write_to_is_refused_with_what_is_expected() -> None:
    with pytest.raises(ConfigurationError, match="某处"):
        imprint(plugin(feedback="某处"))


def test_documents_are_named_by_kind_and_form_in_the_programs_order() -> None:
    stated = {"data": ["csv", "json"], "case": "pdf", "book": []}
    assert wanted(stated) == ("case.pdf", "data.json", "data.csv")
    assert wanted({}) == ()


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ({"cases": ["pdf"]}, "cases"),
        ({"case": ["doc"]}, "doc"),
        ({"case": [1]}, "1"),
        ({3: ["pdf"]}, "3"),
    ],
)
def test_a_document_that_there_is_not_is_named(stated: dict[Any, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        wanted(stated)


def test_fonts_are_named_by_role() -> None:
    stated = {"fangsong": "仿宋", "latin": "Tinos", "hei": ""}
    assert named_fonts(stated) == (("fangsong", "仿宋"), ("latin", "Tinos"))
    with pytest.raises(ConfigurationError, match="kaiti"):
        named_fonts({"kaiti": "楷体"})


def test_the_official_account_has_a_name_and_a_picture_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images/码 a.PNG").touch()
    stated = {"name": " 示例协会 ", "picture": "images/码 a.PNG"}
    assert account(stated, tmp_path) == Account("示例协会", "images/%E7%A0%81%20a.PNG")
    assert account({"name": "", "picture": None}, tmp_path) == Account()


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ({"name": "示例"}, "picture"),
        ({"picture": "a.png"}, "name"),
        ({"name": "示例", "picture": "a.png", "id": "x"}, "id"),
        ({"name": "示例", "picture": "missing.png"}, "docs/images/account.png"),
        ({"name": "示例", "picture": "folder.png"}, "folder.png"),
        ({"name": "示例", "picture": "../outside.png"}, "docs/images/account.png"),
        ({"name": "示例", "picture": ".hidden.png"}, "hidden"),
        ({"name": "示例", "picture": "a.gif"}, "webp"),
        ({"name": "示例", "picture": "https://example.org/a.html"}, "webp"),
    ],
)
def test_an_account_that_cannot_be_shown_is_refused_with_what_to_do(
    tmp_path: Path, stated: dict[str, object], words: str
) -> None:
    documents = tmp_path / "docs"
    (documents / "folder.png").mkdir(parents=True)
    for name in ("../outside.png", ".hidden.png", "a.gif"):
        (documents / name).touch()
    with pytest.raises(ConfigurationError, match=words):
        account(stated, documents)
