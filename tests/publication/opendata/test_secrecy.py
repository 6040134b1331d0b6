"""What must not leave the library is in no byte of the data: not in free pages, not in an index."""

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest

from generator.library.case import Case
from generator.pages.inputs import Inputs
from generator.publication.opendata.make import DATA

PHONE = re.compile(r"(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?![\d.])")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TITLES = {"基于全员改进的质量管理实践", "基于机器视觉的外观检验实践"}


@pytest.fixture(scope="module")
def hidden(inputs: Inputs) -> list[Case]:
    found = [case for case in inputs.library.cases.values() if not case.is_listed]
    assert {case.front.title for case in found} > TITLES
    return found


@pytest.fixture(scope="module")
def made(inputs: Inputs) -> Mapping[str, bytes]:
    return {name: make(inputs, "CC-BY-4.0") for name, make in DATA.items()}


def opened(data: bytes) -> Iterator[bytes]:
    """Give the bytes of a file, or of all that is packed in it."""
    if not data.startswith(b"PK"):
        yield data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        yield from (packed.read(name) for name in packed.namelist())


def holds(data: bytes, words: str) -> bool:
    forms = words.encode(), words.encode("utf-16-le"), words.encode("ascii", "backslashreplace")
    return any(form in part for part in opened(data) for form in forms)


def test_what_is_listed_is_found_by_the_same_look(
    inputs: Inputs, made: Mapping[str, bytes]
) -> None:
    case = inputs.catalogue.cases[0]
    with_titles = {name: data for name, data in made.items() if name != "dataset.jsonld"}
    assert all(holds(data, case.id) for data in with_titles.values())
    assert all(holds(data, case.front.title) for data in with_titles.values())


@pytest.mark.parametrize("name", DATA)
def test_no_file_has_a_case_that_is_not_listed(
    made: Mapping[str, bytes], hidden: list[Case], name: str
) -> None:
    found = [
        word for case in hidden for word in (case.id, case.front.title) if holds(made[name], word)
    ]
    assert found == []


@pytest.mark.parametrize("name", DATA)
def test_its_enterprise_is_named_by_the_title_of_a_notice_at_most(
    inputs: Inputs, made: Mapping[str, bytes], hidden: list[Case], name: str
) -> None:
    public = " ".join(one.front.title for one in inputs.library.notices.values())
    firms = {case.front.enterprise for case in hidden}
    firms -= {case.front.enterprise for case in inputs.catalogue.cases}
    assert firms
    assert [firm for firm in firms if firm not in public and holds(made[name], firm)] == []


@pytest.mark.parametrize("name", DATA)
def test_no_file_has_a_telephone_or_an_address_of_mail(
    inputs: Inputs, made: Mapping[str, bytes], name: str
) -> None:
    stated = {one.front.contact_address for one in inputs.library.notices.values()} - {""}
    assert any("@" in one for one in stated)
    assert not any(holds(made[name], one) for one in stated)
    said = "\n".join(part.decode("utf-8", "replace") for part in opened(made[name]))
    assert MAIL.findall(said) == []
    assert PHONE.findall(said) == []


def test_the_indexes_know_no_word_of_a_case_that_is_not_listed(
    made: Mapping[str, bytes], inputs: Inputs
) -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(made["library.sqlite"])
        assert base.execute("PRAGMA freelist_count").fetchone() == (0,)
        texts = "".join(map(str, base.execute("SELECT * FROM texts")))
        known = set(_terms(base, "texts_index")) | set(_terms(base, "pairs_index"))
    assert inputs.catalogue.cases[0].front.title[:3] in known
    for title in TITLES:
        parts = {title[at : at + size] for size in (2, 3) for at in range(len(title) - size + 1)}
        own = {part for part in parts if part not in texts}
        assert own
        assert not own & known


def _terms(base: sqlite3.Connection, index: str) -> Iterator[str]:
    base.execute(f"CREATE VIRTUAL TABLE temp.v_{index} USING fts5vocab(main, {index}, row)")
    yield from (one for (one,) in base.execute(f"SELECT term FROM v_{index}"))
