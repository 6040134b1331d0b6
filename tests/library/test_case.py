"""A case goes to other processes and into the cache; it comes back as it was."""

import pickle

import pytest
from pydantic import ValidationError

from generator.library.case import Case, CaseFrontMatter
from generator.library.lifecycle import Direction, Status
from tests.library.rules.samples import case

FULL = case(
    fields=("reliability",),
    title="实施示例管理的实践",
    status=Status.REVOKED,
    approved_on="2022-11-20",
    revocation={"revoked_on": "2023-01-02", "ground": "accident", "notice": "2023-revocation"},
    videos=[{"title": "示例", "provider": "file", "parts": [{"title": "一", "minutes": 2}]}],
    indicators=[{"name": "示例", "values": {2019: 96.1}, "direction": "lower", "rank": 1}],
)


@pytest.mark.parametrize("record", [FULL, case()])
def test_a_case_comes_back_as_it_was(record: Case) -> None:
    back: Case = pickle.loads(pickle.dumps(record, 5))
    assert back == record
    assert repr(back) == repr(record)
    assert back.front.model_fields_set == record.front.model_fields_set
    assert back.front.model_dump_json() == record.front.model_dump_json()
    assert CaseFrontMatter.model_validate(back.front.model_dump(by_alias=True)) == record.front


def test_what_comes_back_behaves_as_before() -> None:
    back: Case = pickle.loads(pickle.dumps(FULL, 5))
    assert back.front.status is Status.REVOKED
    assert back.front.indicators[0].direction is Direction.LOWER
    assert back.front.model_copy(update={"status": Status.APPROVED}).status is Status.APPROVED
    with pytest.raises(ValidationError):
        back.front.title = ""  # type: ignore[misc]
