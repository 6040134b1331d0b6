"""The corpus: documents as enterprises send them, each with what is true of it.

`documents()` writes them once into build/, in a folder named by the digest of these scripts.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Final

from tests.intake.corpus import archives, pictures
from tests.intake.corpus.content import CaseContent
from tests.intake.corpus.converting import convert
from tests.intake.corpus.docxfile import docx_file
from tests.intake.corpus.formfile import form_body
from tests.intake.corpus.forms import BLANK, RECOMMENDERS, Amounts, Form, Tick, facts_of
from tests.intake.corpus.makes import LOOSE, WORD, Headings, Make, Title
from tests.intake.corpus.recipes import Maker, Recipe, conversions, recipes
from tests.intake.corpus.truth import Truth, truth_of
from tests.intake.corpus.wordfile import WordFile
from tests.intake.corpus.wordml import paragraph

HERE: Final = Path(__file__).resolve().parent
BUILD: Final = HERE.parents[2] / "build" / "intake-corpus"
_OLD: Final = {"doc": "doc", "wps": "doc"}
"""Ending of a Word 97 file → what LibreOffice calls it."""
_FOLDER: Final = 4
"""The package that is a folder comes after those that are archives."""
_EXAMINERS: Final = frozenset(
    {"attacks.py", "bombs.py", "drafts.py", "evaluate.py", "hostile.py", "pipeline.py"}
    | {"reading.py", "scoring.py"}
)
"""Scripts here on which no document depends."""
_BREAK: Final = paragraph('<w:r><w:br w:type="page"/></w:r>')
_PDF: Final = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A document, or a package, with its truth."""

    name: str
    kind: str
    """case, form, combined, package."""
    path: Path
    """The file, or the folder of a package that is none."""
    truth: Truth
    make: str = ""
    """How its headings are made."""
    needs_office: bool = False
    """Whether LibreOffice made it, or must open it."""

    @property
    def is_docx(self) -> bool:
        """Tell whether it is one .docx."""
        return self.path.suffix == ".docx"


@dataclass(frozen=True, slots=True)
class _Planned:
    """A document before it is made."""

    sample: Sample
    """Its path is relative to the corpus."""
    make: Callable[[], bytes]
    way: str = ""
    """How LibreOffice makes it: doc, wps, odt, rtf."""


def case_data(recipe: Recipe) -> bytes:
    """Give the .docx of a case."""
    if recipe.maker == Maker.PYTHON_DOCX:
        return docx_file(recipe.content, recipe.make)
    return WordFile(recipe.content, recipe.make).data()


def _case(recipe: Recipe, way: str = "") -> _Planned:
    path = Path(f"{recipe.name}.{way if way in _OLD else 'docx'}")
    truth, make = truth_of(recipe.content), recipe.make.headings.value
    sample = Sample(recipe.name, "case", path, truth, make, needs_office=bool(way))
    return _Planned(sample, partial(case_data, recipe), way)


def forms() -> dict[str, Form]:
    """Give the forms by name: every way of ticking, and one that is not filled in."""
    found = {}
    for number, tick in enumerate(Tick):
        found[f"form-{tick}"] = Form(
            tick=tick,
            amounts=list(Amounts)[number % 3],
            recommender=RECOMMENDERS[number % len(RECOMMENDERS)],
            ticked=(("过程控制",), ("质量管理体系", "可靠性提升", "中小企业"))[number % 2],
            industry=("C34通用设备制造业", "汽车制造业")[number % 2],
            size=("大型", "中型", "小型")[number % 3],
        )
    return {**found, "form-blank": BLANK}


def form_data(form: Form) -> bytes:
    """Give the .docx of a form."""
    content = recipes()[0].content
    return WordFile(content).finished(form_body(form))


def _form(name: str, form: Form, way: str = "") -> _Planned:
    truth = Truth(title=form.title, enterprise=form.enterprise, facts=facts_of(form))
    path = Path(f"{name}.{way or 'docx'}")
    sample = Sample(name, "form", path, truth, needs_office=bool(way))
    return _Planned(sample, partial(form_data, form), way)


def _combined() -> Iterator[_Planned]:
    makes = {
        "combined-bold": Make(Headings.TYPED_BOLD, typed=LOOSE),
        "combined-auto": Make(Headings.STYLED_AUTO, WORD, title=Title.STYLE),
    }
    for (name, make), recipe in zip(makes.items(), recipes(), strict=False):
        form = Form(recipe.content.enterprise, recipe.content.title, Tick.BOX)
        truth = replace(truth_of(recipe.content), facts=facts_of(form))
        sample = Sample(name, "combined", Path(f"{name}.docx"), truth, make.headings.value)
        yield _Planned(sample, partial(_both, form, recipe.content, make))


def _both(form: Form, content: CaseContent, make: Make) -> bytes:
    return WordFile(content, make).data(form_body(form) + _BREAK)


def parcel(number: int) -> tuple[str, archives.Files, Truth]:
    """Give the enterprise, the files and the truth of a package."""
    recipe = recipes()[number]
    enterprise = recipe.content.enterprise
    form = Form(enterprise, recipe.content.title, list(Tick)[number % len(Tick)])
    files = {
        f"{enterprise}/典型经验材料.docx": case_data(recipe),
        f"{enterprise}/2022年全国质量标杆申报书.docx": form_data(form),
        f"{enterprise}/证明材料/获奖证书.png": pictures.png(200 + number).data,
        f"{enterprise}/证明材料/顾客满意度报告.pdf": _PDF,
    }
    return enterprise, files, replace(truth_of(recipe.content), facts=facts_of(form))


def _packages() -> Iterator[_Planned]:
    ways = {
        "rar5": (archives.rar5, "rar"),
        "rar4": (archives.rar4, "rar"),
        "zip-gbk": (archives.zip_gbk, "zip"),
        "zip-utf8": (archives.zip_utf8, "zip"),
    }
    for number, (name, (pack, ending)) in enumerate(ways.items()):
        enterprise, files, truth = parcel(number)
        path = Path(name) / f"{enterprise}.{ending}"
        yield _Planned(Sample(name, "package", path, truth), partial(pack, files))


def _written() -> tuple[_Planned, ...]:
    found = [_case(recipe) for recipe in recipes()]
    found += [_form(name, form) for name, form in forms().items()]
    return (*found, *_combined(), *_packages())


def _write(folder: Path) -> None:
    for one in _written():
        path = folder / one.sample.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(one.make())
    for name, data in parcel(_FOLDER)[1].items():
        path = folder / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _folder() -> Sample:
    enterprise, _, truth = parcel(_FOLDER)
    return Sample("folder", "package", Path("folder") / enterprise, truth)


def _converted() -> tuple[_Planned, ...]:
    """Give what LibreOffice makes: Word 97 files, and .docx of its own hand."""
    chosen = {"form-doc": "form-box", "form-doc-legacy": "form-legacy"}
    old = [_form(name, forms()[of], "doc") for name, of in chosen.items()]
    return (*(_case(recipe, way) for way, recipe in conversions()), *old)


def _convert(folder: Path) -> None:
    plan = _converted()
    work = folder / "converting"
    work.mkdir()
    for one in plan:
        (work / f"{one.sample.name}.docx").write_bytes(one.make())
    for target in ("doc", "odt", "rtf"):
        names = [one.sample.name for one in plan if _OLD.get(one.way, one.way) == target]
        convert([work / f"{name}.docx" for name in names], target, work / target)
    back = [work / one.way / f"{one.sample.name}.{one.way}" for one in plan if one.way not in _OLD]
    convert(back, "docx", work / "docx")
    for one in plan:
        made = _OLD.get(one.way, "docx")
        shutil.move(work / made / f"{one.sample.name}.{made}", folder / one.sample.path)
    shutil.rmtree(work)


@cache
def documents(*, converted: bool = False) -> tuple[Sample, ...]:
    """Give all documents, or with `converted` those that LibreOffice makes (it must be there)."""
    plan, write = (_converted(), _convert) if converted else (_written(), _write)
    samples = [one.sample for one in plan] + ([] if converted else [_folder()])
    target = BUILD / _digest() / ("converted" if converted else "written")
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=BUILD) as scratch:
            work = Path(scratch) / "work"
            work.mkdir()
            write(work)
            _move(work, target)
    return tuple(replace(one, path=target / one.path) for one in samples)


def _move(work: Path, target: Path) -> None:
    """Put a finished folder in its place; another process may have been first."""
    try:
        work.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(HERE.glob("*.py")):
        if path.name not in _EXAMINERS and "test_" not in path.name:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
