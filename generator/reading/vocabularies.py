"""Vocabularies from their files, each a list of terms."""

from generator.findings import Fault, Place
from generator.library.ids import is_slug
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from generator.reading.outcome import Outcome
from generator.reading.records import make_record
from generator.reading.yaml_reader import read_yaml


def read_vocabulary(text: str, path: str, name: VocabularyName) -> Outcome[Vocabulary]:
    """Read a vocabulary; a term that makes no record is left out with its faults."""
    found = read_yaml(text, path)
    root = found.value.root if found.value else None
    faults = list(found.faults)
    if root is not None and not isinstance(root, list):
        faults.append(Fault(path, "value-invalid", values={"key": name, "variant": "terms"}))
    terms: list[Term] = []
    for index, item in enumerate(root if isinstance(root, list) else ()):
        term = _read_term(item, path, index)
        faults += term.faults
        if term.value:
            terms.append(term.value)
    vocabulary = Vocabulary(name=name, terms=tuple(terms), is_whole=not faults)
    return Outcome(vocabulary, tuple(faults))


def _read_term(item: object, path: str, index: int) -> Outcome[Term]:
    if not isinstance(item, dict):
        values = {"key": f"[{index + 1}]", "variant": "mapping"}
        return Outcome(None, (Fault(path, "value-invalid", Place(key=(index,)), values),))
    term = make_record(Term, item, path, (index,))
    if term.value and not is_slug(term.value.slug):
        values = {"key": "slug", "variant": "slug"}
        fault = Fault(path, "value-invalid", Place(key=(index, "slug")), values)
        return Outcome(None, (*term.faults, fault))
    return term
