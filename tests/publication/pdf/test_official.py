"""A notice as PDF: GB/T 9704-2012 measured on the pages."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.publication.manuscripts.official import OfficialManuscript
from generator.publication.pdf.fonts import find_fonts
from generator.publication.pdf.official import print_official
from generator.publication.pdf.press import Press
from generator.publication.word.pandoc import Pandoc
from tests.publication.manuscripts.official_papers import PLAIN, SITE, manuscript
from tests.publication.pdf.measuring import MM, Characters, pages_of

pytestmark = pytest.mark.needs("font:FandolFang", "font:FandolKai")


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(find_fonts({}, ()))


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as started:
        yield started


@pytest.fixture(scope="module")
def plain(press: Press, pandoc: Pandoc) -> bytes:
    made = manuscript(PLAIN * 120, demonstration=None, publicity=None)
    return print_official(made, press, pandoc)


@pytest.fixture(scope="module")
def full_manuscript() -> OfficialManuscript:
    due = [{"label": "报名截止", "at": "2022-10-01"}]
    return manuscript(site=SITE, cases=["2022-001"], deadlines=due)


@pytest.fixture(scope="module")
def full(full_manuscript: OfficialManuscript, press: Press, pandoc: Pandoc) -> bytes:
    return print_official(full_manuscript, press, pandoc)


def test_a_page_has_22_lines_of_28_characters(plain: bytes) -> None:
    lines = Characters(plain, 1).lines()
    text = {at: line for at, line in lines.items() if line[0] in PLAIN}
    assert len(text) == 22
    assert Counter(map(len, text.values())) == {28: 22}
    steps = [after - before for before, after in pairwise(sorted(text))]
    assert max(steps) - min(steps) <= 1, "every line has the same pitch"
    assert sum(steps) / len(steps) == pytest.approx(225 / 22 * MM, abs=0.1)


def test_the_text_stands_in_the_type_area(plain: bytes) -> None:
    with pypdfium2.PdfDocument(plain) as document:
        page = document[1]
        assert page.get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.1)
        page.close()
    found = Characters(plain, 1)
    boxes = [box for sign, box in found.boxes if sign in PLAIN]
    assert min(box[0] for box in boxes) == pytest.approx(28 * MM, abs=1)
    assert max(box[2] for box in boxes) == pytest.approx((210 - 26) * MM, abs=1.5)
    assert (found.height - max(box[3] for box in boxes)) / MM == pytest.approx(37, abs=1)
    assert min(box[1] for box in boxes) / MM > 35


def test_page_numbers_stand_outside(plain: bytes) -> None:
    first, second = Characters(plain, 0), Characters(plain, 1)
    assert first.right("—1—") == pytest.approx(184 - 14 / MM, abs=1), "odd: right"
    assert second.left("—2—") == pytest.approx(28 + 14 / MM, abs=1), "even: left"
    assert first.top("—1—") == pytest.approx(297 - 35 + 7, abs=2.5)


def test_the_head_and_the_end_stand_where_the_standard_has_them(full: bytes) -> None:
    first = Characters(full, 0)
    assert first.top("示例质量协会文件") == pytest.approx(37 + 35, abs=3)
    middle = (first.left("示例质协〔2022〕18号") + first.right("示例质协〔2022〕18号")) / 2
    assert middle == pytest.approx(28 + 78, abs=1)
    assert first.left("各有关单位：") == pytest.approx(28, abs=0.5)
    assert first.left("一、公示时间") == pytest.approx(28 + 2 * 156 / 28, abs=0.6)
    place = next(n for n in range(2) if "2022年9月3日" in pages_of(full)[n].replace(" ", ""))
    end = Characters(full, place)
    date = "2022年9月3日"
    assert end.right(date) == pytest.approx(184 - 4 * 16 / MM, abs=0.6)
    issuer_middle = (end.left("示例质量协会\n"[:-1]) + end.right("示例质量协会")) / 2
    if place:  # the first one on its page is the signature
        assert issuer_middle == pytest.approx((end.left(date) + end.right(date)) / 2, abs=0.6)


def test_attachments_and_imprint_have_pages_of_their_own(full: bytes) -> None:
    said = [page.replace(" ", "") for page in pages_of(full)]
    (place,) = [
        number
        for number, page in enumerate(said)
        if "所列经验名单" in page and "附件：" not in page
    ]
    assert "附件\n" in said[place]
    assert len(said) % 2 == 0, "the imprint stands on an even page"
    assert "示例质量协会" in said[-1]
    assert Characters(full, len(said) - 1).top("示例质量协会") > 240
    assert f"—{len(said)}—" not in said[-1] or "附件" in said[-1]


def test_every_page_says_that_it_is_no_real_document(full: bytes, plain: bytes) -> None:
    assert all("演示：虚构文件" in page for page in pages_of(full))
    assert all("不是原件" in page for page in pages_of(plain))
    assert "出处：" in pages_of(plain)[0], "the source of a rendering is on its first page"


def test_it_says_all_of_the_manuscript(full: bytes, full_manuscript: OfficialManuscript) -> None:
    said = "".join("".join(pages_of(full)).split())
    said = re.sub(r"—\d+—|演示：虚构文件，仅作演示", "", said)
    wanted = [full_manuscript.title, full_manuscript.annotation, full_manuscript.address]
    for words in (*wanted, *(fact.line for fact in full_manuscript.facts)):
        assert "".join(words.split()) in said, words


def test_a_pdf_has_title_language_and_bookmarks(full: bytes) -> None:
    reader = PdfReader(io.BytesIO(full))
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("示例：关于")
    assert reader.metadata.author == "示例质量协会"
    catalog: Any = reader.trailer["/Root"]
    outline: Any = reader.outline
    assert str(catalog["/Lang"]).startswith("zh")
    assert str(outline[0]["/Title"]).startswith("示例：关于")


def test_it_is_the_same_every_time(
    full: bytes, full_manuscript: OfficialManuscript, pandoc: Pandoc
) -> None:
    assert print_official(full_manuscript, Press(find_fonts({}, ())), pandoc) == full


@pytest.mark.parametrize("issuer", ["", "示", "示例质量协会" * 6])
def test_any_issuer_fits(issuer: str, press: Press, pandoc: Pandoc) -> None:
    made = replace(manuscript(), issuer=issuer, banner=issuer, printer=issuer)
    pages = pages_of(print_official(made, press, pandoc))
    assert "".join(pages).replace("\n", "").count("示例质协〔2022〕18") == 1
    for number in range(len(pages)):
        found = Characters(print_official(made, press, pandoc), number)
        assert max(box[2] for _, box in found.boxes) / MM <= 185


def test_nothing_in_a_notice_is_markup(press: Press, pandoc: Pandoc) -> None:
    hostile = '#read("/etc/passwd") \\ " $x$ *甲* _乙_ `丙` @丁 <label>'
    made = replace(
        manuscript(),
        issuer=hostile,
        title=hostile,
        title_lines=(hostile,),
        addressee=hostile,
        annotation=hostile,
        document_number=hostile,
        mark=hostile,
    )
    said = "".join("".join(pages_of(print_official(made, press, pandoc))).split())
    assert said.count("".join(hostile.split())) >= 5
