"""The synthetic cases as plain pages for MkDocs with Material and for Zensical.

Both alone have no catalogue pages, so they make fewer pages than the others, and a case's facts
stand in a table of its Markdown.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.bench.synthesis import SyntheticCase, form, front_matter, id_of, write, year_of

HERE: Final = Path(__file__).resolve().parent


def begin(root: Path, count: int) -> None:
    """Write settings without and with search and the home page."""
    del count
    for search in (False, True):
        settings = (HERE / "mkdocs_peer.yml").read_text(encoding="utf-8")
        plugins = "plugins: [search]" if search else "plugins: []"
        write(root / f"mkdocs{'-search' if search else ''}.yml", f"{settings}\n{plugins}\n")
    write(root / "docs/index.md", f"# {form('site')}\n")


def source(index: int) -> str:
    """Give where a case is written."""
    return f"docs/{year_of(index)}/{id_of(index)}.md"


def page(index: int) -> str:
    """Give where a case's page is, below the site."""
    return f"{year_of(index)}/{id_of(index)}/index.html"


def case_text(case: SyntheticCase) -> str:
    """Give the file of a case."""
    facts = _table([form("facts_table"), *map(list, _facts(case).items())])
    parts = [
        front_matter({"title": case.title}) + f"# {case.title}",
        case.summary,
        facts,
        f"**{form('indicators')}**",
        _table(_indicator_rows(case)),
        case.body,
    ]
    return "\n\n".join(parts)


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


def _table(rows: Iterable[list[str]]) -> str:
    head, *others = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *others])
