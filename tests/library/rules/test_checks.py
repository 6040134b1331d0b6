"""All rules together: wording, order, and that nothing raises."""

from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import SEVERITIES
from generator.library.body import Body, Heading, Reference, Section
from generator.library.case import CaseFrontMatter
from generator.library.lifecycle import Status
from generator.library.rules.checks import check_case, check_library
from generator.library.rules.context import BodySource
from generator.strings import table
from tests.library.rules.samples import case, context, edition, library

RULES: Final = {"max_characters": 5, "enterprise": "required", "ends_with": ["经验"]}
EDITION: Final = edition(
    title_rule=RULES,
    sections=[{"title": "摘要", "max_characters": 1}],
    video={"total_minutes": 30, "parts": [{"title": "一", "minutes": 30}]},
)
TEXTS: Final = st.text(max_size=40)
DAYS: Final = st.none() | st.dates()
REFERENCES: Final = st.lists(st.builds(Reference, TEXTS, TEXTS, st.just(3), st.just(1)), max_size=3)


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    headings = [Heading(2, title, title, 3) for title in draw(st.lists(TEXTS, max_size=3))]
    return Body(
        html=draw(TEXTS),
        headings=tuple(headings),
        sections=tuple(Section(heading, 9, lambda: 9) for heading in headings),
        links=tuple(draw(REFERENCES)),
        images=tuple(draw(REFERENCES)),
    )


FRONTS: Final = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "enterprise": st.text(min_size=1, max_size=20).filter(str.strip),
        "enterprise_aliases": st.lists(TEXTS, max_size=2),
        "status": st.sampled_from(Status),
        "publicity_on": DAYS,
        "approved_on": DAYS,
        "summary": TEXTS,
        "lineage": st.lists(TEXTS, max_size=2),
        "notices": st.lists(TEXTS, max_size=2),
        "attachments": st.lists(
            st.fixed_dictionaries({"title": TEXTS, "file": TEXTS, "url": TEXTS}), max_size=2
        ),
        "videos": st.lists(
            st.fixed_dictionaries({"title": TEXTS, "provider": st.just("file"), "file": TEXTS}),
            max_size=2,
        ),
    }
)


@given(FRONTS, bodies(), TEXTS)
@settings(max_examples=150, deadline=None)
def test_no_record_makes_a_rule_raise(front: dict[str, Any], body: Body, text: str) -> None:
    record = case(body=body, **front)
    around = context(EDITION, exists=lambda path: len(path) % 2 == 0)
    found = [*check_case(record, BodySource(text, 5), around)]
    found += check_library(library(record, EDITION), around)
    assert {fault.code for fault in found} <= SEVERITIES.keys()
    assert {fault.path for fault in found} <= {record.path, "cases/2022/edition.yml"}


def test_same_record_same_faults() -> None:
    record = case(title="x", approved_on=date(2020, 1, 1), videos=[])
    runs = [[*check_case(record, BodySource("13800138000", 5), context(EDITION))] for _ in "ab"]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 3


@pytest.mark.parametrize("code", SEVERITIES)
def test_every_code_is_worded(code: str) -> None:
    wording = table("findings")[code]
    assert isinstance(wording, dict)
    for variant in (wording, *wording.get("variants", {}).values()):
        assert variant.keys() <= {"message", "hint", "variants"}
    assert wording["message"]


def test_front_matter_has_no_text_that_is_not_looked_through() -> None:
    """The privacy rule walks texts, tuples and records: another container would hide texts."""
    allowed = {"tuple[str, ...]", "str"}
    shown = {str(info.annotation) for info in CaseFrontMatter.model_fields.values()}
    assert not [name for name in shown - allowed if name.startswith(("dict", "list", "set"))]
