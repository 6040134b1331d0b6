"""`dataset.jsonld`: what catalogues of data read."""

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest

from generator.pages.inputs import Inputs
from generator.publication.opendata.dataset import CONTEXT, DISTRIBUTIONS, dataset_jsonld
from generator.publication.opendata.make import DATA
from generator.strings import text
from tests.publication.sheets.samples import SITE


def described(inputs: Inputs, licence: str = "CC-BY-4.0") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dataset_jsonld(inputs, licence))
    return found


def triples(node: dict[str, Any], about: str = "_:root") -> list[tuple[str, str, str]]:
    """Expand the nodes by the context, as far as the context goes."""
    about = node.get("@id", about)
    found = []
    for name, value in node.items():
        if name in ("@context", "@id"):
            continue
        prefix, _, rest = name.rpartition(":")
        iri = "rdf:type" if name == "@type" else (CONTEXT[prefix] if prefix else CONTEXT["@vocab"])
        for place, one in enumerate(value if isinstance(value, list) else [value]):
            whole = str(iri) + ("" if name == "@type" else rest or name)
            if isinstance(one, dict):
                below = one.get("@id", f"{about}/{name}{place}")
                found += [(about, whole, below), *triples(one, below)]
            else:
                found.append((about, whole, str(one)))
    return found


def test_every_statement_is_of_a_known_vocabulary(inputs: Inputs) -> None:
    known = triples(described(inputs))
    assert all(predicate == "rdf:type" or urlsplit(predicate).scheme for _, predicate, _ in known)
    root = f"{SITE}data/dataset.jsonld#dataset"
    types = {value for about, predicate, value in known if (about, predicate) == (root, "rdf:type")}
    assert types == {"Dataset", "dcat:Dataset"}
    named = {predicate for about, predicate, _ in known if about == root}
    assert {f"https://schema.org/{one}" for one in ("name", "description", "license")} <= named


def test_it_names_every_file_of_the_data(inputs: Inputs) -> None:
    files = {one["contentUrl"] for one in described(inputs)["distribution"]}
    assert files == {f"{SITE}data/{name}" for name in DISTRIBUTIONS}
    assert set(DATA) == {*DISTRIBUTIONS, "dataset.jsonld"}


def test_without_an_address_files_lie_beside_it(inputs: Inputs) -> None:
    bare = replace(inputs, config=replace(inputs.config, site_url=""))
    assert {one["contentUrl"] for one in described(bare)["distribution"]} == set(DISTRIBUTIONS)


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0"),
        ("https://example.org/licence", "https://example.org/licence"),
        ("署名即可使用", {"@type": "CreativeWork", "name": "署名即可使用"}),
    ],
)
def test_the_licence_is_that_of_the_configuration(
    inputs: Inputs, licence: str, expected: object
) -> None:
    assert described(inputs, licence)["license"] == expected


def test_no_licence_is_said_to_be_none(inputs: Inputs) -> None:
    found = described(inputs, "")
    assert "license" not in found
    assert text("publication_opendata.dataset.no_license") in found["description"]


def test_who_when_and_what(inputs: Inputs) -> None:
    found = described(inputs)
    assert found["publisher"]["name"] == "示例协会"
    assert found["temporalCoverage"] == "2020/2022"
    assert found["dateModified"] == "2023-04-20" or found["dateModified"] > "2023"
    assert str(inputs.counted.real) in found["description"]
