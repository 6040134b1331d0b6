"""The synthetic cases as a project of ours: settings, vocabularies, twelve editions, notices."""

import re
import shutil
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from tests.bench.synthesis import (
    ROOT,
    SyntheticCase,
    form,
    front_matter,
    id_of,
    stock,
    terms,
    write,
    year_of,
)

_DOCUMENTS: Final = re.compile(r"^ {6}documents:\n(?: {8}.*\n)+", re.MULTILINE)


def begin(root: Path, count: int) -> None:
    """Write all but the cases."""
    shutil.copytree(ROOT / "cases/vocabulary", root / "cases/vocabulary")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("custom_dir: theme", f"custom_dir: {ROOT}/theme")
    # With an address there are sitemaps and canonical links, which the peers write too.
    settings = settings.replace("# site_url:", "site_url: https://example.org/")
    # Pages against pages: the peers make no documents; ours are measured by tests.bench.documents.
    settings, count_of_blocks = _DOCUMENTS.subn("      documents: {}\n", settings)
    assert count_of_blocks == 1, "mkdocs.yml asks for documents in one place"
    write(root / "mkdocs.yml", settings)
    (root / "docs").mkdir()
    named: dict[int, list[str]] = defaultdict(list)
    for index in range(count):
        named[year_of(index)].append(id_of(index))
    for year, cases in sorted(named.items()):
        write(root / "cases" / str(year) / "edition.yml", _yaml(_edition(year)))
        for kind, name in (("result", result_id(year)), ("publicity", publicity_id(year))):
            front = _notice_front(kind, year, cases)
            write(root / "notices" / f"{name}.md", front_matter(front))


def source(index: int) -> str:
    """Give where a case is written."""
    return f"cases/{year_of(index)}/{id_of(index)}.md"


def page(index: int) -> str:
    """Give where a case's page is, below the site."""
    return f"cases/{id_of(index)}/index.html"


def case_text(case: SyntheticCase) -> str:
    """Give the file of a case."""
    return front_matter(_case_front(case)) + "\n" + case.body


def publicity_day(year: int) -> date:
    """Give the first day of a round's publicity period."""
    return date(year, 10, 10)


def result_day(year: int) -> date:
    """Give the day of a round's result notice, more than ten working days later."""
    return date(year, 11, 20)


def result_id(year: int) -> str:
    """Give the id of a round's result notice."""
    return f"{result_day(year)}-result"


def publicity_id(year: int) -> str:
    """Give the id of a round's publicity notice."""
    return f"{publicity_day(year)}-publicity"


def _source() -> dict[str, str]:
    return {"title": form("note")}


def _case_front(case: SyntheticCase) -> dict[str, Any]:
    return {
        "year": case.year,
        "field": list(case.fields),
        "method": list(case.methods),
        "recommender": case.recommender,
        "title": case.title,
        "enterprise": case.enterprise,
        "level": form("national"),
        "region": case.region,
        "industry": case.industry,
        "size": case.size,
        "status": form("approved"),
        "publicity_on": publicity_day(case.year),
        "approved_on": result_day(case.year),
        "summary": case.summary,
        "indicators": [dict(indicator) for indicator in case.indicators],
        "notices": [publicity_id(case.year), result_id(case.year)],
        "sources": [_source()],
    }


def _edition(year: int) -> dict[str, Any]:
    return {
        "year": year,
        "title": form("edition_title").format(year=year),
        "issuer": form("issuer"),
        "title_rule": {"max_characters": 40},
        "sections": [{"title": title, "max_characters": 8000} for title in stock()["chapter"]],
        "focus_areas": [
            {"number": number, "area": term["slug"], "label": term["label"]}
            for number, term in enumerate(terms("focus-areas"), start=1)
        ],
        "publicity": {"working_days": 10},
        "recommenders": [
            {"number": number, "id": term["slug"], "printed": term["label"]}
            for number, term in enumerate(terms("recommenders"), start=1)
        ],
        "sources": [_source()],
    }


def _notice_front(kind: str, year: int, cases: list[str]) -> dict[str, Any]:
    front: dict[str, Any] = {
        "kind": form(kind),
        "title": form(f"{kind}_title").format(year=year),
        "issuer": form("issuer"),
        "issued_on": result_day(year) if kind == "result" else publicity_day(year),
        "edition": str(year),
        "cases": cases,
        "sources": [_source()],
    }
    if kind == "publicity":
        front["publicity"] = {"starts_on": publicity_day(year), "working_days": 10}
    return front


def _yaml(values: dict[str, Any]) -> str:
    return yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
