"""The synthetic cases for Hugo and Eleventy, which show them as we do, by themes of their own.

Both get the same content, data files and seven taxonomies by slug. Their themes are in
`hugo_peer/` and `eleventy/`: the same parts as our pages, and pages as heavy as ours.
"""

import json
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from tests.bench.library_layout import publicity_day, publicity_id, result_day, result_id
from tests.bench.synthesis import (
    SyntheticCase,
    enterprises,
    form,
    front_matter,
    id_of,
    terms,
    write,
    year_of,
)

HERE: Final = Path(__file__).resolve().parent
VOCABULARIES: Final[Mapping[str, str]] = {
    "fields": "focus-areas",
    "methods": "methods",
    "recommenders": "recommenders",
    "industries": "industries",
    "regions": "regions",
}
SECTION: Final = "section-c"
"""All cases are of manufacturing; ours counts this class above the industries too."""


def hugo(root: Path, count: int) -> None:
    """Write all but the cases for Hugo."""
    shutil.copytree(HERE / "hugo_peer", root, dirs_exist_ok=True)
    _write_shared(root, count)


def eleventy(root: Path, count: int) -> None:
    """Write all but the cases for Eleventy."""
    shutil.copytree(HERE / "eleventy", root, dirs_exist_ok=True)
    shutil.copytree(HERE / "hugo_peer/data", root / "data")
    _write_shared(root, count)


def _write_shared(root: Path, count: int) -> None:
    labels: dict[str, dict[str, str]] = {"years": {}, "enterprises": {}}
    descriptions: dict[str, str] = {}
    for dimension, vocabulary in VOCABULARIES.items():
        labels[dimension] = {term["slug"]: term["label"] for term in terms(vocabulary)}
        descriptions |= {term["slug"]: term.get("description", "") for term in terms(vocabulary)}
    labels["enterprises"] = {enterprise_slug(name): name for name in enterprises(count)}
    for name, values in (("labels", labels), ("descriptions", descriptions)):
        write(root / f"data/{name}.json", json.dumps(values, ensure_ascii=False, indent=1))
    for year in sorted({year_of(index) for index in range(min(count, 12))}):
        for kind, notice, day in (
            ("result", result_id(year), result_day(year)),
            ("publicity", publicity_id(year), publicity_day(year)),
        ):
            front = {
                "id": notice,
                "title": form(f"{kind}_title").format(year=year),
                "kind": form(kind),
                "issuer": form("issuer"),
                "issued_on": str(day),
                "edition": str(year),
                "source": form("note"),
            }
            write(root / f"content/notices/{notice}.md", front_matter(front))


def source(index: int) -> str:
    """Give where a case is written."""
    return f"content/cases/{id_of(index)}.md"


def page(index: int) -> str:
    """Give where a case's page is, below the site."""
    return f"cases/{id_of(index)}/index.html"


def case_text(case: SyntheticCase) -> str:
    """Give the file of a case."""
    return front_matter(_front(case)) + "\n" + case.body


def enterprise_slug(name: str) -> str:
    """Give what stands for an enterprise in addresses, as long as ours."""
    return "e" + sha256(name.encode()).hexdigest()[:10]


@cache
def _slugs(dimension: str) -> Callable[[str], str]:
    by_label = {term["label"]: term["slug"] for term in terms(VOCABULARIES[dimension])}
    return by_label.__getitem__


def _front(case: SyntheticCase) -> dict[str, Any]:
    number = int(case.id.rpartition("-")[2])
    return {
        "title": case.title,
        "date": result_day(case.year),
        # The newest year first, then by number.
        "weight": (2100 - case.year) * 100_000 + number,
        "id": case.id,
        "years": [str(case.year)],
        "fields": [_slugs("fields")(label) for label in case.fields],
        "methods": [_slugs("methods")(label) for label in case.methods],
        "recommenders": [_slugs("recommenders")(case.recommender)],
        "industries": [_slugs("industries")(case.industry), SECTION],
        "regions": [_slugs("regions")(case.region)],
        "enterprises": [enterprise_slug(case.enterprise)],
        "enterprise": case.enterprise,
        "size": case.size,
        "publicity_on": str(publicity_day(case.year)),
        "approved_on": str(result_day(case.year)),
        "summary": case.summary,
        "indicator_years": list(case.indicators[0]["values"]),
        "indicators": [_indicator(one) for one in case.indicators],
        "source": form("note"),
    }


def _indicator(one: Mapping[str, Any]) -> dict[str, Any]:
    values = [{"year": year, "value": value} for year, value in one["values"].items()]
    return {**one, "values": values}
