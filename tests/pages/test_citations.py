"""Citations: the facts of the library and nothing else, whole in every form."""

import json
import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.case import Case
from generator.pages.citations import Citation, citation, permanent_address
from generator.pages.inputs import Inputs
from generator.strings import text
from tests.pages import toy

SITE = {"site_name": "Library", "site_url": "https://example.org/b/"}
_COMMANDS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


@cache
def inputs_of(**settings: str) -> Inputs:
    return toy.inputs(None, **{**SITE, **settings})


def cited(case: Case, **settings: str) -> Citation:
    return citation(inputs_of(**settings), case)


def said(made: Citation) -> str:
    """Give the reference as a reader sees it who looked on 2026-11-21."""
    return f"{made.before} {made.issued}[2026-11-21]. {made.place}"


def record(made: Citation, anchor: str) -> str:
    return {item.anchor: item.content for item in made.records}[anchor]


def bibtex(made: Citation) -> dict[str, str]:
    """Read an entry as BibTeX does: a value ends where its braces are balanced, escaped or not."""
    written = record(made, "cite-bibtex")
    opened = re.match(r"@online\{([a-z0-9-]+),\n", written)
    assert opened
    fields, place = {"key": opened[1]}, opened.end()
    while match := re.compile(r"\s*([a-z]+) = \{").match(written, place):
        place, depth, value = match.end(), 1, ""
        while depth:
            depth += {"{": 1, "}": -1}.get(written[place], 0)
            value += written[place]
            place += 1
        fields[match[1]] = value[:-1]
        place += written[place] == ","
    assert written[place:] == "\n}"
    return fields


def unescaped(value: str) -> str:
    """Give what LaTeX prints for an escaped value in its own braces."""
    assert value[0] + value[-1] == "{}"
    command = "|".join(_COMMANDS)
    return re.sub(
        rf"\\(?:({command})\{{\}}|([&%$#_]))",
        lambda found: _COMMANDS[found[1]] if found[1] else found[2],
        value[1:-1],
    )


def ris(made: Citation) -> list[tuple[str, str]]:
    lines = record(made, "cite-ris").split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    return [(line[:2], line[6:]) for line in lines]


def csl(made: Citation) -> dict[str, Any]:
    (item,) = json.loads(record(made, "cite-csl"))
    assert isinstance(item, dict)
    return item


APPROVED = toy.case("2022-003", title="A title", approved_on=date(2022, 10, 20))


def test_the_reference_follows_the_national_standard() -> None:
    assert said(cited(APPROVED)) == (
        "Firm. A title[EB/OL]. (2022-10-20)[2026-11-21]. https://example.org/b/cases/2022-003/."
    )


def test_without_a_day_the_year_stands_without_brackets() -> None:
    listed = toy.case("2019-003", title="A title")
    made = cited(listed)
    assert "[EB/OL]. 2019[2026-11-21]." in said(made)
    assert ("PY", "2019") in ris(made)
    assert "DA" not in dict(ris(made))
    assert csl(made)["issued"] == {"date-parts": [[2019]]}
    assert "date" not in bibtex(made)


def test_a_site_that_does_not_know_its_address_invents_none() -> None:
    made = cited(APPROVED, site_url="")
    assert said(made).endswith(text("pages.citation.held", site="Library", number="2022-003"))
    everything = said(made) + "".join(item.content for item in made.records)
    assert "http" not in everything
    assert everything.count("2022-003") == 6
    assert permanent_address(inputs_of(site_url=""), APPROVED) == ""


def test_an_enterprise_is_an_organisation_in_every_form() -> None:
    firm = toy.case("2022-003", enterprise="Bolts and Nuts Co., Ltd.")
    made = cited(firm)
    assert made.before.startswith("Bolts and Nuts Co., Ltd. Title")
    assert bibtex(made)["author"] == "{Bolts and Nuts Co., Ltd.}"
    assert ("AU", "Bolts and Nuts Co., Ltd.") in ris(made)
    assert csl(made)["author"] == [{"literal": "Bolts and Nuts Co., Ltd."}]


def test_a_fictional_case_says_so_in_every_form() -> None:
    made = cited(toy.case("2022-d07", title="A title", demonstration=True))
    title = text("pages.citation.demonstration", title="A title")
    assert title != "A title"
    assert title in said(made)
    assert unescaped(bibtex(made)["title"]) == title
    assert ("TI", title) in ris(made)
    assert csl(made)["title"] == title


def test_a_case_without_title_is_cited_by_what_it_is() -> None:
    made = cited(toy.case("2019-003", title=""))
    assert text("pages.citation.untitled") in said(made)


def test_an_entry_has_what_a_style_asks_for() -> None:
    assert bibtex(cited(APPROVED)) == {
        "key": "case-2022-003",
        "author": "{Firm}",
        "title": "{A title}",
        "year": "2022",
        "date": "2022-10-20",
        "organization": "{Library}",
        "note": text("pages.citation.number", number="2022-003"),
        "url": "https://example.org/b/cases/2022-003/",
    }


def test_a_ris_record_begins_and_ends_as_one() -> None:
    fields = ris(cited(APPROVED))
    assert fields[0] == ("TY", "ELEC")
    assert fields[-1] == ("ER", "")
    assert dict(fields)["DA"] == "2022/10/20/"


def test_csl_is_a_page_of_the_web() -> None:
    item = csl(cited(APPROVED))
    assert (item["id"], item["type"], item["URL"]) == (
        "2022-003",
        "webpage",
        "https://example.org/b/cases/2022-003/",
    )
    assert item["issued"] == {"date-parts": [[2022, 10, 20]]}


@pytest.mark.parametrize(
    "value", ["a & b", "50%", "$x$", "#1", "a_b", "{", "}", "~", "^", "\\", "}}"]
)
def test_what_bibtex_takes_for_its_own_is_escaped(value: str) -> None:
    fields = bibtex(cited(toy.case("2022-003", title=f"x{value}y", enterprise=f"x{value}y")))
    assert unescaped(fields["title"]) == f"x{value}y"
    assert unescaped(fields["author"]) == f"x{value}y"
    assert fields["year"] == "2022"


def test_an_address_cannot_end_its_field() -> None:
    fields = bibtex(cited(APPROVED, site_url="https://example.org/a}{\\b_%20/"))
    assert fields["url"] == "https://example.org/a%7D%7B%5Cb_%20/cases/2022-003/"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_text_breaks_a_record(value: str) -> None:
    made = cited(toy.case("2022-003", title=f"x{value}y", enterprise=f"x{value}y"))
    title = csl(made)["title"]
    assert unescaped(bibtex(made)["title"]) == title
    assert dict(ris(made))["TI"] == title
    assert title in made.before
    assert len(ris(made)) == 9
    assert title.splitlines() == [title]
