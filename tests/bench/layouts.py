"""The synthetic cases as three programs want them: Biaogan, MkDocs with Material, Hugo.

All three get the same text, the same facts and the same indicators. Biaogan and Hugo make the same
catalogue pages of 20 cases each for seven dimensions; MkDocs alone has no catalogue pages, so it
makes fewer pages than the others and the facts stand in a table of its Markdown.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from tests.bench.synthesis import (
    ROOT,
    SyntheticCase,
    form,
    front_matter,
    make_cases,
    stock,
    terms,
    write,
    write_new,
)

HERE: Final = Path(__file__).resolve().parent


def write_library(root: Path, count: int) -> None:
    """Write a project of ours: settings, vocabularies, twelve editions, cases, notices."""
    write_new(root)
    shutil.copytree(ROOT / "cases/vocabulary", root / "cases/vocabulary")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    write(root / "mkdocs.yml", settings.replace("custom_dir: theme", f"custom_dir: {ROOT}/theme"))
    (root / "docs").mkdir()
    named: dict[int, list[str]] = defaultdict(list)
    for case in make_cases(count):
        named[case.year].append(case.id)
        path = root / "cases" / str(case.year) / f"{case.id}.md"
        write(path, front_matter(_case_front(case)) + "\n" + case.body)
    for year in sorted(named):
        write(root / "cases" / str(year) / "edition.yml", _yaml(_edition(year)))
        for kind, name in (("result", _result_id(year)), ("publicity", _publicity_id(year))):
            front = _notice_front(kind, year, named[year])
            write(root / "notices" / f"{name}.md", front_matter(front))


def publicity_day(year: int) -> date:
    """Give the first day of a round's publicity period."""
    return date(year, 10, 10)


def result_day(year: int) -> date:
    """Give the day of a round's result notice, more than ten working days later."""
    return date(year, 11, 20)


def _result_id(year: int) -> str:
    return f"{result_day(year)}-result"


def _publicity_id(year: int) -> str:
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
        "notices": [_publicity_id(case.year), _result_id(case.year)],
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


def _facts(case: SyntheticCase) -> dict[str, str]:
    values = {
        "year": str(case.year),
        "field": "、".join(case.fields),
        "method": "、".join(case.methods),
        "recommender": case.recommender,
        "region": case.region,
        "industry": case.industry,
        "enterprise": case.enterprise,
        "size": case.size,
    }
    return {form("facts")[key]: value for key, value in values.items()}


def _indicator_rows(case: SyntheticCase) -> Iterable[list[str]]:
    years = [form("year").format(year=case.year - back) for back in (3, 2, 1)]
    yield [*form("year_table"), *years, *form("averages")]
    for one in case.indicators:
        last = (one["industry_average"], one["industry_best"], one["rank"])
        yield [one["name"], one["unit"], *map(str, (*one["values"].values(), *last))]


def _markdown_table(rows: Iterable[list[str]]) -> str:
    head, *others = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *others])


def write_mkdocs(root: Path, count: int) -> None:
    """Write the cases as plain pages for MkDocs with Material, settings without and with search."""
    write_new(root)
    for search in (False, True):
        settings = (HERE / "mkdocs_peer.yml").read_text(encoding="utf-8")
        plugins = "plugins: [search]" if search else "plugins: []"
        write(root / f"mkdocs{'-search' if search else ''}.yml", f"{settings}\n{plugins}\n")
    write(root / "docs/index.md", f"# {form('site')}\n")
    for case in make_cases(count):
        facts = _markdown_table([form("facts_table"), *map(list, _facts(case).items())])
        parts = [
            front_matter({"title": case.title}) + f"# {case.title}",
            case.summary,
            facts,
            f"**{form('indicators')}**",
            _markdown_table(_indicator_rows(case)),
            case.body,
        ]
        write(root / "docs" / str(case.year) / f"{case.id}.md", "\n\n".join(parts))


def write_hugo(root: Path, count: int) -> None:
    """Write the cases for Hugo, with seven taxonomies and the small theme of `hugo_peer/`."""
    write_new(root)
    shutil.copytree(HERE / "hugo_peer", root, dirs_exist_ok=True)
    for case in make_cases(count):
        front = {
            "title": case.title,
            "url": f"/cases/{case.id}/",
            "date": result_day(case.year),
            "year": [str(case.year)],
            "field": list(case.fields),
            "method": list(case.methods),
            "recommender": [case.recommender],
            "region": [case.region],
            "industry": [case.industry],
            "enterprise": [case.enterprise],
            "facts": [{"name": name, "value": value} for name, value in _facts(case).items()],
            "summary": case.summary,
            "indicators": [{"cells": row} for row in _indicator_rows(case)],
        }
        write(root / "content/cases" / f"{case.id}.md", front_matter(front) + "\n" + case.body)
