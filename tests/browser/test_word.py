"""Word files filled in the browser: exactly what was typed, and no harm by what is no such file."""

import gzip
import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visiting import Visit, visiting
from tests.browser.word_files import (
    asked,
    controls,
    filled,
    is_empty,
    kept,
    members,
    office_texts,
    units,
)
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.soundness import faults

pytestmark = pytest.mark.needs("chromium")

HERE: Final = "platform/evaluation/"
FORM: Final = "platform/application/import.docx"
REPORT: Final = "platform/evaluation/evaluation.docx"
BODY: Final = "word/document.xml"
MOST_BYTES: Final = 15 * 1024

HOSTILE: Final[Mapping[str, str]] = {
    "applicant": "<w:t>&amp;\"'</w:t> ]]> <!-- --> <?x?> {{ x }} {% y %} &#0;",
    "credit_code": "一\n二\r\n三\r四\u2028五\n\n六",
    "industry": "甲\t乙\t\t丙",
    "region": "甲\x00乙\x08丙\x0b丁\x0c戊\x1b己\x7f庚\x9f辛",
    "products": "甲\ufffe乙\uffff丙",
    "contact_name": "甲\ud800乙\udc00丙\udfff",
    "contact_post": "𠮷野家、𡈽、𠀀、㐀",
    "contact_phone": "👨\u200d👩\u200d👧\u200d👦 👍🏽 🇨🇳 ❤\ufe0f 1\ufe0f\u20e3",
    "contact_mail": "مرحبا שלום \u202eabc\u202c \u200f。",
    "case_title": "  前后  有   空格  ",
    "case_enterprise": "质量&<管理>" * 625,
    "case_edition": "\n首行空，末行空\n",
    "wish": "=cmd|'/c calc'!A0",
    "plan": "一、做法\n\t1. “引号”——破折号……\n\t2. 100%≥99.5％\n二、效果",
}
BLANK: Final = ("effect", "support")
"""Fields that are left empty, or filled with what no document can hold."""
ALPHABET: Final = (
    *map(ord, ">\x7f\x85\xa0一\u202e\u2028\ufeff"),
    *range(0x30),
    *range(0xD7FE, 0xD803),
    *range(0xDBFE, 0xDC03),
    *range(0xDFFE, 0xE002),
    *range(0xFFFC, 0x10000),
)
"""UTF-16 units at the borders of what XML takes."""


def random_texts(count: int) -> list[str]:
    """Give the same texts every time."""
    chosen = random.Random(8)
    return ["".join(map(chr, chosen.choices(ALPHABET, k=60))) + "末" for _ in range(count)]


@dataclass(frozen=True)
class Open:
    """The page that everything is asked of."""

    visit: Visit
    page: Page
    site: str


@pytest.fixture(scope="module")
def here(browser: Browser, guarded_site: str) -> Iterator[Open]:
    with visiting(browser, guarded_site) as visit:
        yield Open(visit, visit.open(HERE), guarded_site)


@pytest.fixture(scope="module")
def made(here: Open) -> bytes:
    values = {**HOSTILE, "effect": "", "support": "\x00\ud800", "date_from": "2026-11-22"}
    values |= {"scale": "大型", "date_to": "年底前", "__proto__": "x", "nobody": "x"}
    return filled(here.page, here.site + FORM, values)


def test_every_control_says_what_was_typed(made: bytes, real_site: Path) -> None:
    found = controls(made)
    for key, typed in HOSTILE.items():
        assert found[key] == kept(typed), key
        assert not is_empty(made, key)
    assert found["date_from"] == "2026年11月22日"
    assert b'w:fullDate="2026-11-22T00:00:00Z"' in members(made)[BODY]
    assert found["date_to"] == "年底前"
    assert found["scale"] == "大型"
    was = (real_site / FORM).read_bytes()
    untouched = controls(was).keys() - HOSTILE.keys() - {"date_from", "date_to", "scale"}
    assert untouched > set(BLANK)
    assert {key: found[key] for key in untouched} == {key: controls(was)[key] for key in untouched}
    assert all(is_empty(made, key) for key in BLANK)


def test_the_file_is_sound_and_the_rest_of_it_as_published(
    here: Open, made: bytes, real_site: Path
) -> None:
    assert faults(Docx(made)) == []
    was, now = members((real_site / FORM).read_bytes()), members(made)
    assert list(now) == list(was)
    assert {name for name in was if was[name] != now[name]} == {BODY}
    same = [filled(here.page, here.site + FORM, {"wish": "同样"}) for _ in range(2)]
    assert same[0] == same[1]
    assert here.visit.all_complaints() == []


def test_random_texts_come_through(here: Open, real_site: Path) -> None:
    keys = [key for key in controls((real_site / FORM).read_bytes()) if not key.startswith("date")]
    texts = iter(random_texts(3 * len(keys)))
    for _ in range(3):
        values = {key: next(texts) for key in keys}
        found = controls(filled(here.page, here.site + FORM, values))
        assert {key: found[key] for key in keys} == {key: kept(values[key]) for key in keys}


def blocks() -> list[dict[str, Any]]:
    return [
        {"style": "Heading1", "text": "标题<&>"},
        {"style": "BodyText", "text": "一\n二\t三"},
        {"rows": [["甲", "乙<&>"], ["1", "2\n3"], ["短"]], "head": True},
        {"rows": [["无表头", "x" * 300]], "widths": [1, 3]},
        {"rows": []},
        {"rows": [[]]},
        {"neither": 1},
    ]


def test_blocks_become_paragraphs_and_tables(here: Open) -> None:
    data = filled(here.page, here.site + REPORT, {"result": blocks(), "title": [{"text": "x"}]})
    assert faults(Docx(data)) == []
    made = Docx(data)
    assert made.text_in("Heading1") == ["标题<&>"]
    tables = made.find("//w:sdtContent/w:tbl")
    assert len(tables) == 2
    heads = [len(one.findall(".//w:tblHeader", NS)) for one in tables]
    assert heads == [1, 0]
    rows = [[len(row.findall("w:tc", NS)) for row in one.findall("w:tr", NS)] for one in tables]
    assert rows == [[2, 2, 2], [2]]
    widths = [int(one.get(w("w"))) for one in tables[1].findall("w:tblGrid/w:gridCol", NS)]
    assert widths[1] == pytest.approx(3 * widths[0], abs=3)
    assert is_empty(data, "title"), "a control in a line takes no blocks"


@pytest.mark.needs("soffice")
def test_libreoffice_reads_what_was_typed(
    here: Open, made: bytes, real_site: Path, tmp_path: Path
) -> None:
    report = filled(here.page, here.site + REPORT, {"date": "今天", "result": blocks()})
    blanks = {path.stem: path.read_bytes() for path in real_site.glob("platform/**/*.docx")}
    said = office_texts({**blanks, "filled": made, "report": report}, tmp_path)
    for key, typed in HOSTILE.items():
        assert kept(typed) in said["filled"], key
    assert "2026年11月22日" in said["filled"]
    assert "标题<&>\n一\n二\t三\n甲\n乙<&>\n1\n2\n3\n短\n" in said["report"]
    assert "标杆经验推广应用申请表\n" in said["import"]
    assert len(said) == len(blanks) + 2


def packed(data: bytes, kind: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", kind) as archive:
        for name, content in members(data).items():
            archive.writestr(name, content)
    return target.getvalue()


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


BROKEN: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "compressed": lambda data: packed(data, zipfile.ZIP_DEFLATED),
    "cut": lambda data: data[: len(data) // 2],
    "page": lambda _: b"<!doctype html><title>404</title>",
    "empty": lambda _: b"",
    "changed": lambda data: renamed(data, "申请".encode(), "甲乙".encode()),
    "no body": lambda data: renamed(data, BODY.encode(), b"word/document.txt"),
    "zeros": lambda data: b"\0" * len(data),
    "lost": lambda data: data[:-6] + b"\xff\xff\xff\x7f" + data[-2:],
}


def asked_of(here: Open, body: bytes) -> dict[str, Any]:
    """Give what the script answers when it gets these bytes for a file."""
    here.page.route("**/broken.docx", lambda route: route.fulfill(status=200, body=body))
    try:
        return asked(here.page, f"{here.site}broken.docx", {"wish": "x"})
    finally:
        here.page.unroute("**/broken.docx")


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_such_file_is_told(here: Open, real_site: Path, name: str) -> None:
    body = BROKEN[name]((real_site / FORM).read_bytes())
    answer = asked_of(here, body)
    assert answer == {"code": "damaged", "message": "damaged", "isError": True}


def test_a_body_that_is_no_xml_is_damaged(here: Open, real_site: Path) -> None:
    parts = members((real_site / FORM).read_bytes())
    for content in (b"<w:document", b"<other/>", b""):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for part, data in {**parts, BODY: content}.items():
                archive.writestr(part, data)
        assert asked_of(here, target.getvalue())["code"] == "damaged"


def test_only_the_own_site_is_asked(here: Open) -> None:
    # Chromium's own note of malformed XML has a style, which the policy refuses: told, harmless.
    before = len(here.visit.requests), len(here.visit.all_complaints())
    addresses = ("https://example.org/x.docx", "//example.org/x.docx", "data:,x", "http://[")
    codes = [asked(here.page, address, {})["code"] for address in addresses]
    assert codes == ["foreign"] * 4
    assert (len(here.visit.requests), len(here.visit.all_complaints())) == before


def test_the_tools_cannot_be_replaced(here: Open) -> None:
    assert here.page.evaluate("Object.keys(BiaoganWord)") == ["make", "save"]
    assert here.page.evaluate("Object.isFrozen(BiaoganWord)")


NAMES: Final = {
    "申请表": "申请表.docx",
    'a/b\\c:d*e?f"g<h>i|j': "a_b_c_d_e_f_g_h_i_j.docx",
    " ..隐藏.. ": "隐藏.docx",
    "con": "_con.docx",
    "x.docx": "x.docx",
    "": "document.docx",
    "甲\u202e乙\n丙\ud800": "甲 乙 丙.docx",
    "长" * 300: "长" * 80 + ".docx",
}
_NAMED: Final = """
names => {
  const given = [];
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () { given.push(this.download); };
  const said = names.map(units => BiaoganWord.save(new Blob(["x"]), String.fromCharCode(...units)));
  HTMLAnchorElement.prototype.click = click;
  return [given, said, document.querySelectorAll("body > a[href^=blob]").length];
}
"""


def test_names_are_safe_on_every_system(here: Open) -> None:
    given, said, left = here.page.evaluate(_NAMED, [units(name) for name in NAMES])
    assert given == list(NAMES.values())
    assert said == [True] * len(NAMES)
    assert left == 0


_WITHOUT_NAMES: Final = """
() => {
  const known = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, "download");
  const click = HTMLAnchorElement.prototype.click;
  let opened = "";
  delete HTMLAnchorElement.prototype.download;
  HTMLAnchorElement.prototype.click = function () { opened = this.target + this.protocol; };
  const said = BiaoganWord.save(new Blob(["x"]), "x");
  HTMLAnchorElement.prototype.click = click;
  Object.defineProperty(HTMLAnchorElement.prototype, "download", known);
  return [said, opened];
}
"""


def test_a_browser_without_names_for_downloads_is_told(here: Open) -> None:
    assert here.page.evaluate(_WITHOUT_NAMES) == [False, "_blankblob:"]


def test_the_scripts_are_small_and_only_where_they_are_used(real_site: Path) -> None:
    for name in ("word", "evaluation"):
        script = (real_site / f"assets/service-{name}.js").read_bytes()
        assert len(gzip.compress(script)) < MOST_BYTES
    loads = [
        path.parent.relative_to(real_site).as_posix()
        for path in real_site.rglob("index.html")
        if "service-word.js" in path.read_text(encoding="utf-8")
    ]
    assert "platform/evaluation" in loads
    assert all(path.startswith("platform/") for path in loads)
