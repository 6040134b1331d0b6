"""An edition's rules from its `edition.yml`."""

from pathlib import PurePosixPath

from generator.findings import Fault, Place
from generator.library.edition import Edition
from generator.reading.front_matter import as_mapping
from generator.reading.keys import key_names
from generator.reading.outcome import Outcome
from generator.reading.records import make_record
from generator.reading.yaml_reader import read_yaml


def read_edition(text: str, path: str) -> Outcome[Edition]:
    """Read the rules of an edition; its folder names it."""
    found = read_yaml(text, path)
    data, faults = as_mapping(found.value, path, 1)
    faults = found.faults + faults
    if data is None:
        return Outcome(None, faults)
    if data.pop("id", None) is not None:
        values = {"key": "id", "allowed": [key for key in key_names(Edition) if key != "id"]}
        faults += (Fault(path, "key-unknown", Place(key=("id",), on_key=True), values),)
    record = make_record(Edition, data, path)
    faults += record.faults
    if record.value is None:
        return Outcome(None, faults)
    edition = record.value.model_copy(update={"id": PurePosixPath(path).parent.name})
    return Outcome(edition, faults)
