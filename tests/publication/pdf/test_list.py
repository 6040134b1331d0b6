"""Lists as PDF: whole, tagged, the header on every page."""

import io
import re
from dataclasses import replace

import pypdf
import pytest

from generator.library.ids import EditionId
from generator.publication.manuscripts.list import selection_list, year_list
from generator.publication.manuscripts.listing import ListGroup, ListManuscript
from generator.publication.pdf.fonts import find_fonts
from generator.publication.pdf.list import print_list, print_lists
from generator.publication.pdf.press import Press
from tests.publication.sheets.samples import HOSTILE, good_inputs


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(find_fonts({}, ()))


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[ListManuscript, ListManuscript]:
    inputs = good_inputs(tmp_path_factory.mktemp("toy") / "good")
    whole = selection_list(inputs, inputs.library.cases, "全部经验名单")
    return year_list(inputs, EditionId("2022")), whole


def squeezed(said: str) -> str:
    return re.sub(r"\s", "", said)


def words_of(data: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_every_word_of_the_list_stands_in_it(
    lists: tuple[ListManuscript, ListManuscript], press: Press
) -> None:
    for made in lists:
        said = "".join(words_of(print_list(made, press)))
        for word in (
            made.title,
            made.subtitle,
            made.mark,
            made.address,
            *made.columns,
            *made.notes,
        ):
            assert squeezed(word) in said
        for group in made.groups:
            assert group.label in said
            assert all(squeezed(row[1]) in said for row in group.rows)


def test_it_is_a_tagged_document_with_a_bookmark(
    lists: tuple[ListManuscript, ListManuscript], press: Press
) -> None:
    reader = pypdf.PdfReader(io.BytesIO(print_list(lists[0], press)))
    assert "/StructTreeRoot" in reader.root_object
    assert reader.metadata
    assert reader.metadata.title == lists[0].title
    assert [one["/Title"] for one in reader.outline] == [lists[0].title]  # type: ignore[call-overload]
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_the_header_stands_on_every_page_with_its_number(
    lists: tuple[ListManuscript, ListManuscript], press: Press
) -> None:
    made = lists[0]
    long = replace(made, groups=(ListGroup("", made.groups[0].rows * 40),))
    pages = words_of(print_list(long, press))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"—{number}—" in page
        assert made.columns[1] in page


def test_several_lists_are_one_document(
    lists: tuple[ListManuscript, ListManuscript], press: Press
) -> None:
    data = print_lists(lists, press, "名单")
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert len(reader.outline) == 2
    assert data == print_lists(lists, press, "名单")


@pytest.mark.parametrize(
    "word", [*(one for one in HOSTILE if "👩" not in one), '#panic("x")', "$x$"]
)
def test_no_text_is_markup(
    lists: tuple[ListManuscript, ListManuscript], press: Press, word: str
) -> None:
    made = replace(lists[0], title="题" + word, groups=(ListGroup(word, (("1", word, word),)),))
    narrow = replace(made, columns=made.columns[:3], notes=(word,))
    printed = "".join(char for char in squeezed(word) if char >= " ")
    assert printed in "".join(words_of(print_list(narrow, press)))


def test_an_empty_list_says_so(lists: tuple[ListManuscript, ListManuscript], press: Press) -> None:
    assert "（无）" in words_of(print_list(replace(lists[0], groups=()), press))[0]
