"""The blank Word files: sound, A4, a control for each field, the same bytes every time."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest

from generator.pages import routes
from generator.pages.platform.forms import Field, Form, Section, fields_of, forms
from generator.publication.forms.application import application_body
from generator.publication.forms.making import blank_documents, document
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.soundness import faults

HOSTILE = "<w:p>&amp;\"'" + "长" * 100
SLUGS = [form.slug for form in forms()]


def field(key: str, kind: Any = "line", most: int = 100, choices: tuple[str, ...] = ()) -> Field:
    return Field(key, f"标签{key}", kind, False, most, "", choices)


FORM = Form(
    slug="sample",
    title=HOSTILE,
    lead="",
    basis="依据",
    sections=(
        Section("甲", "只给网页", (field("long"), field("one", most=20), field("two", "phone"))),
        Section(
            "乙", "", (field("odd", "date"), field("much", "text", 900), field("last", "mail"))
        ),
        Section("丙", "", (replace(field("pick", "choice", 0, ("大", HOSTILE)), required=True),)),
    ),
    declaration=HOSTILE,
    handwritten=("申请单位（盖章）", "推荐单位意见（盖章）"),
    version=1,
)


@pytest.fixture(scope="module")
def sample() -> Docx:
    return Docx(document(application_body(FORM)))


def blank(slug: str) -> Docx:
    return Docx(blank_documents()[routes.form_document(slug)])


def controls(made: Docx) -> dict[str, Any]:
    return {one.find("w:sdtPr/w:tag", NS).get(w("val")): one for one in made.find("//w:sdt")}


def rows(made: Docx) -> list[list[str]]:
    """Give the text of each row's cells."""
    return [
        ["".join(cell.itertext(w("t"))) for cell in row.findall("w:tc", NS)]
        for row in made.find("//w:tr")
    ]


def test_every_file_is_sound() -> None:
    assert [faults(Docx(data)) for data in blank_documents().values()] == [[]] * (len(SLUGS) + 1)


def test_hostile_words_are_only_words(sample: Docx) -> None:
    assert faults(sample) == []
    assert sample.text_in("Title") == [HOSTILE]
    assert HOSTILE in sample.text_in("BodyText")
    item = controls(sample)["pick"].findall(".//w:listItem", NS)[1]
    assert item.get(w("displayText")) == item.get(w("value")) == HOSTILE


@pytest.mark.parametrize("slug", SLUGS)
def test_a_form_has_a_control_for_each_field(slug: str) -> None:
    form = next(one for one in forms() if one.slug == slug)
    made = blank(slug)
    found = made.find("//w:sdt/w:sdtPr")
    fields = fields_of(form)
    assert [one.find("w:tag", NS).get(w("val")) for one in found] == [one.key for one in fields]
    assert [one.find("w:alias", NS).get(w("val")) for one in found] == [one.label for one in fields]
    numbers = [one.find("w:id", NS).get(w("val")) for one in found]
    assert len(set(numbers)) == len(numbers)
    for one, shown in zip(fields, found, strict=True):
        assert shown.find("w:showingPlcHdr", NS) is not None
        assert (shown.find("w:date", NS) is not None) is (one.kind == "date")
        assert (shown.find("w:dropDownList", NS) is not None) is (one.kind == "choice")
        assert (shown.find("w:text[@w:multiLine='1']", NS) is not None) is (one.kind == "text")
        items = shown.findall("w:dropDownList/w:listItem", NS)
        assert tuple(item.get(w("value")) for item in items) == one.choices


@pytest.mark.parametrize("slug", SLUGS)
def test_it_looks_as_chinese_forms_do(slug: str) -> None:
    made = blank(slug)
    section = docx.Document(io.BytesIO(made.data)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert made.face("Title") == made.face("TableHead") == "黑体"
    assert made.face("TableCell") == made.face("Normal") == "宋体"
    assert made.value("Title", "w:pPr/w:jc") == "center"
    assert "负责人（签字）：" in made.text_in("TableCell")
    for table in made.find("//w:tbl"):
        repeated = [row.find("w:trPr/w:tblHeader", NS) is not None for row in table.iter(w("tr"))]
        assert repeated == [True] + [False] * (len(repeated) - 1)


def test_two_short_fields_share_a_row(sample: Docx) -> None:
    labels = [[cell for cell in row if cell.startswith("标签")] for row in rows(sample)]
    assert [row for row in labels if row] == [
        ["标签long"],
        ["标签one", "标签two"],
        ["标签odd"],
        ["标签much"],
        ["标签last"],
        ["标签pick*"],
    ]


def test_what_is_signed_stands_at_the_end(sample: Docx) -> None:
    last = rows(sample)[-2:]
    assert [row[0] for row in last] == list(FORM.handwritten)
    assert all("年" in row[1] and "签字" in row[1] for row in last)
    assert "只给网页" not in "".join(sample.document.itertext())


def test_the_evaluation_has_its_controls() -> None:
    made = Docx(blank_documents()[routes.EVALUATION_DOCUMENT])
    found = controls(made)
    assert list(found) == ["title", "enterprise", "date", "result"]
    assert found["result"].getparent().tag == w("body")
    assert found["result"].find("w:sdtContent/w:p", NS) is not None
    # The styles that the script asks for (theme/services/evaluation/60-word.js, word/20-text.js).
    wanted = {
        "Heading1",
        "Heading2",
        "BodyText",
        "Item",
        "Note",
        "Spacer",
        "TableHead",
        "TableCell",
    }
    assert wanted <= made.styles.keys()


def test_nothing_is_compressed_and_bytes_are_the_same() -> None:
    first = dict(blank_documents())
    blank_documents.cache_clear()
    assert dict(blank_documents()) == first
    for data in first.values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
            assert archive.testzip() is None


def test_making_them_loads_nothing_heavy() -> None:
    program = (
        "import sys; from generator.publication.forms.making import blank_documents\n"
        "blank_documents()\n"
        "print([name for name in ('lxml', 'typst', 'urllib.request') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
