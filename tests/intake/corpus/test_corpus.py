"""The examiner examined: every document opens elsewhere and holds what its truth says."""

import hashlib
import zipfile
from pathlib import Path

import docx
import pytest
from unrar.cffi import rarfile

from tests.intake.corpus import archives, pictures
from tests.intake.corpus.catalog import Sample, documents, parcel
from tests.intake.corpus.converting import convert
from tests.intake.corpus.drafts import squeezed
from tests.intake.corpus.forms import PRIVATE, Tick
from tests.intake.corpus.reading import pandoc_text, pandoc_tree, xml_text
from tests.intake.corpus.recipes import conversions, recipes
from tests.intake.corpus.truth import grid

ENOUGH = 40


def of_kind(*kinds: str) -> list[Sample]:
    return [one for one in documents() if one.kind in kinds]


def missing_in(texts: tuple[str, ...], where: str) -> list[str]:
    return [words for words in map(squeezed, texts) if words not in where]


def test_there_are_enough_documents_of_every_make() -> None:
    found = documents()
    assert len(found) + len(conversions()) >= ENOUGH
    assert len({one.name for one in found}) == len(found)
    assert {one.make for one in found} > {recipe.make.headings.value for recipe in recipes()}
    assert {one.name for one in found} > {f"form-{tick}" for tick in Tick}


def test_long_cases_are_as_long_as_real_ones() -> None:
    long = [one for one in of_kind("case") if len(one.truth.headings) > 25]
    sizes = [sum(map(len, one.truth.paragraphs)) for one in long]
    assert len(long) >= 20
    assert min(sizes) > 8_000
    assert max(sizes) < 12_500


@pytest.mark.parametrize("sample", of_kind("case", "combined"), ids=lambda one: one.name)
def test_pandoc_finds_every_true_text(sample: Sample) -> None:
    found = pandoc_text(sample.path)
    lost = missing_in((*sample.truth.paragraphs, *sample.truth.footnotes), found)
    # pandoc leaves out what w:fldSimple shows and shows what is hidden; the file knows better.
    assert missing_in(tuple(lost), xml_text(sample.path)) == []
    assert len(lost) == (2 if sample.name in {"fields", "all"} else 0)


@pytest.mark.parametrize("sample", of_kind("form"), ids=lambda one: one.name)
def test_a_form_holds_its_facts(sample: Sample) -> None:
    assert pandoc_tree(sample.path)["blocks"]
    text = xml_text(sample.path)
    facts = sample.truth.facts
    assert facts
    assert missing_in(facts.private, text) == []
    assert squeezed(sample.truth.title) in text
    assert (PRIVATE["手机"] in text) == bool(facts.front)


@pytest.mark.parametrize("sample", of_kind("case"), ids=lambda one: one.name)
def test_python_docx_sees_the_tables(sample: Sample) -> None:
    tables = docx.Document(str(sample.path)).tables
    galleries = 1 if sample.name == "layout" else 0
    assert len(tables) == len(sample.truth.tables) + galleries
    for made, true in zip(tables[galleries:], sample.truth.tables, strict=True):
        given = {
            (row, column): squeezed(cell.text)
            for row, cells in enumerate(made.rows)
            for column, cell in enumerate(cells.cells)
        }
        assert given == {place: squeezed(words) for place, words in grid(true).items()}


def test_pictures_lie_in_the_file_byte_by_byte() -> None:
    sample = next(one for one in documents() if one.name == "all")
    with zipfile.ZipFile(sample.path) as archive:
        media = {
            hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name.startswith("word/media/")
        }
    assert {one.digest for one in sample.truth.pictures} == media


def test_the_same_scripts_give_the_same_bytes() -> None:
    one, other = parcel(0), parcel(0)
    assert one == other
    assert pictures.emf(1) != pictures.emf(2)


def test_unseen_text_is_in_the_file_but_not_in_the_truth() -> None:
    sample = next(one for one in documents() if one.name == "all")
    text = "".join(sample.truth.paragraphs)
    assert sample.truth.unseen
    assert all(words not in text for words in sample.truth.unseen)
    assert sample.truth.revisions.insertions == 3


@pytest.mark.parametrize(("make", "ending"), [(archives.rar5, "5"), (archives.rar4, "4")])
def test_unrar_opens_our_rar(make: object, ending: str, tmp_path: Path) -> None:
    assert callable(make)
    _, files, _ = parcel(1)
    path = tmp_path / f"{ending}.rar"
    path.write_bytes(make(files))
    archive = rarfile.RarFile(str(path))
    assert {name: archive.read(name) for name in archive.namelist()} == dict(files)


def test_zip_names_are_in_gbk(tmp_path: Path) -> None:
    _, files, _ = parcel(2)
    path = tmp_path / "a.zip"
    path.write_bytes(archives.zip_gbk(files))
    with zipfile.ZipFile(path, metadata_encoding="gb18030") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dict(files)
    with zipfile.ZipFile(path) as archive:
        assert not set(archive.namelist()) & set(files)


@pytest.mark.needs("soffice")
def test_libreoffice_opens_them(tmp_path: Path) -> None:
    names = {"all", "typed-bold", "auto-wps", "form-legacy", "combined-auto"}
    chosen = [one.path for one in documents() if one.name in names]
    convert(chosen, "pdf", tmp_path)
    assert {one.stem for one in tmp_path.glob("*.pdf")} == names


@pytest.mark.needs("soffice")
def test_what_libreoffice_makes_holds_every_true_text() -> None:
    for sample in documents(converted=True):
        assert sample.path.read_bytes()
        if sample.is_docx:
            found = pandoc_text(sample.path)
            assert missing_in(sample.truth.paragraphs, found) == [], sample.name
