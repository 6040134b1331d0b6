"""The toy library is free of findings; each fault gives exactly the findings that it names."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from generator.findings import SEVERITIES
from generator.library.lifecycle import NoticeKind, Status
from generator.site import read
from tests.toy.library import GOOD, ToyFault, break_library, config, copy_good, read_at, toy_faults

FAULTS: Final = tuple(toy_faults())


def test_good_library_has_no_findings() -> None:
    reading = read_at(GOOD)
    assert reading.findings == ()
    assert reading.broken == frozenset()


def test_good_library_has_none_without_its_fictional_cases() -> None:
    reading = read(replace(config(GOOD), demonstration=False))
    assert reading.findings == ()
    assert not [case for case in reading.library.cases.values() if case.is_demonstration]


def test_good_library_shows_what_there_is() -> None:
    library = read_at(GOOD).library
    assert {case.front.status for case in library.cases.values()} == set(Status)
    assert {notice.front.kind for notice in library.notices.values()} == set(NoticeKind)
    assert len(library.editions) == 3
    assert len(library.documents) == 2
    assert any(case.front.lineage for case in library.cases.values())
    assert any(case.body.is_empty for case in library.cases.values())
    assert any(case.is_demonstration for case in library.cases.values())


def test_every_code_has_a_fault() -> None:
    assert SEVERITIES.keys() - {fault.code for fault in FAULTS} == set()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}: {fault.about}")
def test_fault_is_found_where_it_is(fault: ToyFault, tmp_path: Path) -> None:
    root = copy_good(tmp_path / "toy")
    break_library(root, fault)
    findings = read_at(root).findings
    assert tuple(f"{f.path}:{f.line}:{f.column} {f.code}" for f in findings) == fault.findings
    assert fault.code in {finding.code for finding in findings}
    for finding in findings:
        assert finding.severity is SEVERITIES[finding.code]
        assert finding.message
        assert finding.hint
        assert "{" not in finding.message + finding.hint
