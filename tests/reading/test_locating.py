import re
from pathlib import Path

import pytest

from generator.findings import SEVERITIES, Fault, KeyPath, Place, Severity
from generator.reading.locating import MAX_SHOWN, locate
from generator.strings import table

TEXT = """---
year: 2022
videos:
  - title: 介绍
    provider: file
---
正文
"""


def line_column(fault: Fault, text: str = TEXT) -> tuple[int, int]:
    (finding,) = locate([fault], lambda _path: text)
    return finding.line, finding.column


@pytest.mark.parametrize(
    ("key", "on_key", "expected"),
    [
        (("year",), False, (2, 7)),
        (("year",), True, (2, 1)),
        (("videos",), False, (4, 3)),
        (("videos",), True, (3, 1)),
        (("videos", 0), False, (4, 5)),
        (("videos", 0, "provider"), False, (5, 15)),
        (("videos", 0, "minutes"), False, (4, 5)),
        (("videos", 3, "minutes"), True, (4, 3)),
        (("enterprise",), False, (1, 1)),
        ((), False, (1, 1)),
    ],
)
def test_places_of_keys(key: KeyPath, on_key: bool, expected: tuple[int, int]) -> None:
    assert line_column(Fault("a.md", "value-invalid", Place(key=key, on_key=on_key))) == expected


def test_places_in_a_yaml_file_and_in_a_file_that_is_gone() -> None:
    fault = Fault("a.yml", "value-invalid", Place(key=("b",)))
    assert line_column(fault, "a: 1\nb: 2") == (2, 4)
    assert line_column(Fault("a.md", "value-invalid", Place(key=("b",))), "") == (1, 1)


def test_a_place_in_the_body_needs_no_reading() -> None:
    def read(_path: str) -> str:
        raise AssertionError

    (finding,) = locate([Fault("a.md", "link-broken", Place(line=7, column=2))], read)
    assert (finding.line, finding.column) == (7, 2)


def test_each_file_is_read_once_and_findings_are_in_order() -> None:
    asked: list[str] = []

    def read(path: str) -> str:
        asked.append(path)
        return TEXT

    year, missing = Place(key=("year",)), Place(key=("enterprise",))
    faults = [
        Fault("b.md", "value-invalid", year),
        Fault("a.md", "value-invalid", year),
        Fault("b.md", "key-missing", missing, {"key": "enterprise"}),
        Fault("b.md", "value-invalid", year),
    ]
    findings = locate(faults, read)
    assert [(f.path, f.line, f.code) for f in findings] == [
        ("a.md", 2, "value-invalid"),
        ("b.md", 1, "key-missing"),
        ("b.md", 2, "value-invalid"),
    ]
    assert asked == ["a.md", "b.md"]


def test_severity_and_wording() -> None:
    (finding,) = locate([Fault("a.md", "file-byte-order-mark")], lambda _path: "")
    assert finding.severity is Severity.WARNING
    values = {"key": "titel", "nearest": "title", "variant": "near"}
    (finding,) = locate([Fault("a.md", "key-unknown", values=values)], lambda _path: "")
    assert (finding.message, finding.hint) == ("没有“titel”这一项", "是否应为“title”")


def test_typed_values_are_shown_on_one_short_line() -> None:
    name = "质\n量\x1b[31m{0}" + "标" * 200
    values = {"name": name, "key": ("field", "{x}")}
    (finding,) = locate([Fault("a.md", "value-unknown", values=values)], lambda _path: "")
    assert finding.message.isprintable()
    assert "质 量U+001B[31m{0}" in finding.message
    assert "field、{x}" in finding.message
    assert len(finding.message) < MAX_SHOWN + 60


@pytest.mark.parametrize("code", SEVERITIES)
def test_every_code_has_wording(code: str) -> None:
    wording = table("findings")[code]
    assert isinstance(wording, dict)
    own = {name: part for name, part in wording.items() if name != "variants"}
    variants = list(wording.get("variants", {}).values())
    assert all(variants)
    for said in [own | variant for variant in variants] or [own]:
        assert set(said) == {"message", "hint"}
        assert said["message"].strip()


def test_there_is_no_wording_without_a_code() -> None:
    assert set(table("findings")) <= set(SEVERITIES)


def test_every_placeholder_is_filled_by_some_rule() -> None:
    """A name in braces must be written as a name in the code that gives faults."""
    root = Path(__file__).parents[2] / "generator"
    folders = (root / "reading", root / "library")
    code = "\n".join(f.read_text("utf-8") for folder in folders for f in folder.rglob("*.py"))
    wording = "\n".join(_texts(table("findings")))
    names = set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", wording))
    assert {"key", "name", "nearest"} <= names
    assert {name for name in names if f'"{name}"' not in code and f"{name}=" not in code} == set()


def _texts(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    assert hasattr(node, "values")
    return [text for part in node.values() for text in _texts(part)]
