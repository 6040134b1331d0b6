"""`dataset.jsonld`: what the data are, for catalogues of data (schema.org Dataset, DCAT-AP)."""

import json
import re
from typing import Final

from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.values import web_address
from generator.publication.opendata.addresses import SCHEMA, address
from generator.publication.opendata.library import newest_day
from generator.publication.opendata.records import SCHEMA_VERSION
from generator.strings import table, text

CONTEXT: Final = {
    "@vocab": "https://schema.org/",
    # Their values are addresses, not texts, as schema.org's own context says.
    **{
        name: {"@id": f"https://schema.org/{name}", "@type": "@id"}
        for name in ("contentUrl", "license", "url")
    },
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
}
DISTRIBUTIONS: Final = {
    "library.json": ("json", "application/json"),
    "cases.csv": ("csv", "text/csv"),
    "library.xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "library.sqlite": ("sqlite", "application/vnd.sqlite3"),
}
"""File → its name in the strings file and its media type (as IANA registers it)."""

_SPDX: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+\-]*")
_SPDX_LIST: Final = "https://spdx.org/licenses/"

Node = dict[str, object]


def dataset_jsonld(inputs: Inputs, licence: str) -> bytes:
    """Give the description; addresses are relative to it where the site does not know its own."""
    made = {"@context": CONTEXT, **_dataset(inputs, licence)}
    return json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"


def _dataset(inputs: Inputs, licence: str) -> Node:
    config, count = inputs.config, inputs.counted
    site = config.site_name or text("publication_opendata.name")
    said = text(
        "publication_opendata.dataset.description",
        site=site,
        real=count.real,
        demonstration=count.demonstration,
    )
    if not licence:
        said += text("publication_opendata.dataset.no_license")
    newest = newest_day(inputs)
    known: Node = {
        "@type": ["Dataset", "dcat:Dataset"],
        "@id": _address(inputs, "dataset.jsonld") + "#dataset",
        "name": text("publication_opendata.dataset.name", site=site),
        "description": said,
        "url": config.site_url,
        "inLanguage": text("publication_opendata.language"),
        "keywords": _keywords(),
        "version": SCHEMA_VERSION,
        "isAccessibleForFree": True,
        "dateModified": newest,
        "temporalCoverage": _years(inputs),
        "spatialCoverage": {"@type": "Place", "name": text("publication_opendata.dataset.place")},
        "license": _license(licence),
        "publisher": _publisher(inputs),
        "distribution": [_distribution(inputs, name, licence) for name in DISTRIBUTIONS],
    }
    return {key: value for key, value in known.items() if value}


def _keywords() -> object:
    found = table("publication_opendata")["dataset"]
    return found["keywords"] if isinstance(found, dict) else []


def _address(inputs: Inputs, name: str) -> str:
    return address(inputs, routes.data(name)) if inputs.config.site_url else name


def _years(inputs: Inputs) -> str:
    cases = inputs.catalogue.cases
    if not cases:
        return ""
    first, last = cases[-1].front.year, cases[0].front.year
    return str(first) if first == last else f"{first}/{last}"


def _license(licence: str) -> object:
    """Give an address, that of an SPDX id too; other words as a work of that name; "" for none."""
    if not licence or web_address(licence):
        return licence
    if _SPDX.fullmatch(licence):
        return _SPDX_LIST + licence
    return {"@type": "CreativeWork", "name": licence}


def _publisher(inputs: Inputs) -> Node | None:
    name = inputs.config.organizer
    return {"@type": "Organization", "name": name} if name else None


def _distribution(inputs: Inputs, name: str, licence: str) -> Node:
    key, kind = DISTRIBUTIONS[name]
    here = _address(inputs, name)
    schema = address(inputs, SCHEMA) if inputs.config.site_url else f"../{SCHEMA}"
    known: Node = {
        "@type": ["DataDownload", "dcat:Distribution"],
        "name": text(f"publication_opendata.dataset.{key}"),
        "encodingFormat": kind,
        "contentUrl": here,
        "dcat:downloadURL": {"@id": here},
        "dct:conformsTo": {"@id": schema} if key == "json" else None,
        "license": _license(licence),
    }
    return {key: value for key, value in known.items() if value}
