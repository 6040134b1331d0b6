"""Redirects from their file: old uri → new uri."""

from collections.abc import Mapping

from generator.findings import Fault, Place
from generator.reading.front_matter import as_mapping
from generator.reading.outcome import Outcome
from generator.reading.yaml_reader import read_yaml


def read_redirects(text: str, path: str) -> Outcome[Mapping[str, str]]:
    """Read the redirects in the order of their old addresses; both sides are text."""
    found = read_yaml(text, path)
    data, faults = as_mapping(found.value, path, 1)
    faults = found.faults + faults
    redirects: dict[str, str] = {}
    for old, new in sorted((data or {}).items()):
        if isinstance(new, str) and new.strip():
            redirects[old] = new.strip()
        else:
            values = {"key": old, "variant": "text"}
            faults += (Fault(path, "value-invalid", Place(key=(old,)), values),)
    return Outcome(redirects, faults)
