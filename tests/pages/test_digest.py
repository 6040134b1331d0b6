"""The digest of a view: the same for equal values, in any process, and different for others."""

import subprocess
import sys
from copy import deepcopy
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import Enum, StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.library.body import Body, BodyText, KeptBody
from generator.library.case import Indicator, Source
from generator.pages.digest import PART, WHOLE, Digester, digest_of, field_digests
from generator.pages.inputs import CaseRow
from generator.pages.values import Link
from tests.pages import toy


@dataclass(frozen=True, slots=True)
class Leaf:
    label: str
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    label: str
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Alone:
    value: object


@dataclass(frozen=True, slots=True)
class Pair:
    left: object
    right: object


class Colour(StrEnum):
    RED = "red"


class Size(Enum):
    RED = "red"


PLAIN: Final = st.one_of(
    st.text(max_size=6),
    st.integers(),
    st.floats(allow_nan=False),
    st.booleans(),
    st.none(),
    st.binary(max_size=6),
    st.dates(),
    st.datetimes(),
    st.sampled_from([*Colour, *Size]),
)
VALUES: Final = st.recursive(
    PLAIN,
    lambda below: st.one_of(
        st.lists(below, max_size=3),
        st.lists(below, max_size=3).map(tuple),
        st.frozensets(PLAIN, max_size=3),
        st.dictionaries(st.text(max_size=3), below, max_size=3),
        st.dictionaries(st.one_of(st.integers(), st.text(max_size=3)), below, max_size=3),
        st.builds(Alone, below),
        st.builds(Pair, below, below),
        st.builds(Leaf, st.text(max_size=3), st.text(max_size=3)),
        st.builds(Other, st.text(max_size=3), st.text(max_size=3)),
    ),
    max_leaves=12,
)


def same(one: object, other: object) -> bool:
    """Tell whether two values are one for a page: equal, and of equal types all the way down."""
    return spelled(one) == spelled(other)


def spelled(value: object) -> str:
    """Spell a value with its types; what has no order in the order of its spelling."""
    kind = type(value).__name__
    if isinstance(value, dict):
        return f"{kind}{sorted(f'{spelled(key)}: {spelled(held)}' for key, held in value.items())}"
    if isinstance(value, frozenset):
        return f"{kind}{sorted(map(spelled, value))}"
    if isinstance(value, list | tuple):
        return f"{kind}{[spelled(item) for item in value]}"
    if isinstance(value, Alone | Pair | Leaf | Other):
        return f"{kind}{[spelled(getattr(value, field.name)) for field in fields(value)]}"
    return f"{kind} {value!r}"


@given(VALUES, VALUES)
def test_two_values_have_one_digest_if_and_only_if_they_are_one(one: object, other: object) -> None:
    assert (digest_of(one) == digest_of(other)) is same(one, other)


@given(VALUES)
def test_a_digest_does_not_depend_on_which_parts_are_one_object(value: object) -> None:
    twice = Pair(value, value)
    apart = Pair(value, deepcopy(value))
    assert digest_of(twice) == digest_of(apart) == Digester().digest_of(twice)


def test_sets_and_mappings_have_no_order() -> None:
    words = [str(number) for number in range(50)]
    assert digest_of(frozenset(words)) == digest_of(frozenset(reversed(words)))
    forward, backward = dict.fromkeys(words, 1), dict.fromkeys(reversed(words), 1)
    assert digest_of(forward) == digest_of(backward) == digest_of(MappingProxyType(forward))
    assert digest_of({1: "a", "1": "b"}) == digest_of({"1": "b", 1: "a"})


def test_the_boundaries_and_the_kinds_of_values_count() -> None:
    known: list[object] = [
        ("ab", "c"),
        ("a", "bc"),
        ["ab", "c"],
        (("ab",), "c"),
        Leaf("ab", "c"),
        Other("ab", "c"),
        1,
        1.0,
        True,
        "1",
        b"1",
        None,
        "",
        (),
        [],
        {},
        frozenset[str](),
        set[str](),
        date(2022, 1, 1),
        datetime(2022, 1, 1),  # noqa: DTZ001
        "2022-01-01",
        Colour.RED,
        Size.RED,
        "red",
    ]
    assert len({digest_of(value) for value in known}) == len(known)


def test_every_field_of_a_record_counts() -> None:
    (row,) = toy.inputs().rows_of([next(iter(toy.library().cases))])
    changed = [
        replace(row, title="x"),
        replace(row, is_titled=not row.is_titled),
        replace(row, uri="x"),
        replace(row, link=replace(row.link, label="x")),
        replace(row, enterprise=replace(row.enterprise, uri="x")),
        replace(row, about="x"),
        replace(row, number="x"),
        replace(row, recommender=Link("x")),
        replace(row, mark="x"),
        replace(row, status="x"),
    ]
    assert len(changed) == len(fields(CaseRow))
    assert len({digest_of(one) for one in (row, *changed)}) == len(changed) + 1


def test_records_of_the_library_are_known() -> None:
    one = Indicator(name="a", values={2021: 1.0, 2020: 2.0})
    same_one = Indicator(name="a", values={2020: 2.0, 2021: 1.0})
    assert digest_of(one) == digest_of(same_one)
    assert digest_of(one) != digest_of(one.model_copy(update={"unit": "%"}))
    assert digest_of(Source(title="a")) != digest_of(Source(title="a", note="b"))


def test_a_body_counts_as_its_digest_wherever_its_text_lies() -> None:
    def unread() -> BodyText:
        raise AssertionError("nobody reads the text")

    body = Body("<p>a</p>")
    kept = KeptBody(body.digest, False, (), (), unread)
    assert digest_of(Alone(body)) == digest_of(Alone(kept))
    assert digest_of(Alone(body)) != digest_of(Alone(Body("<p>b</p>")))


def test_what_a_field_says_of_its_type_is_not_believed_blindly() -> None:
    assert digest_of(Leaf(Colour.RED)) != digest_of(Leaf("red"))
    assert digest_of(Leaf(Colour.RED)) == digest_of(Leaf(Colour.RED))


@pytest.mark.parametrize("value", [object(), str, len, complex(1), bytearray(b"a"), Markup("a")])
def test_an_unknown_type_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no digest"):
        digest_of((value,))


def test_what_is_shared_has_the_digest_that_it_has_alone() -> None:
    digester = Digester()
    inputs = toy.inputs()
    rows = inputs.rows_of(case.id for case in inputs.catalogue.cases)
    assert [digester.digest_of(rows) for _ in range(2)] == [digest_of(rows)] * 2
    assert digester.digest_of(rows[:1]) == Digester().digest_of((replace(rows[0]),))


def test_the_fields_of_a_view_have_digests_of_their_own() -> None:
    before, after = field_digests(Leaf("a", "b")), field_digests(Leaf("a", "c"))
    assert list(before) == ["label", "uri"]
    assert before["label"] == after["label"]
    assert before["uri"] != after["uri"]
    assert {len(digest) for digest in before.values()} == {PART}
    with pytest.raises(TypeError):
        field_digests("a text")


def every_view() -> dict[str, bytes]:
    digester = Digester()
    return {uri: digester.digest_of(page.make()) for uri, page in toy.planned().items()}


def test_every_view_has_a_digest_and_makes_it_again() -> None:
    first, second = every_view(), every_view()
    assert first == second
    assert {len(digest) for digest in first.values()} == {WHOLE}


def test_another_process_gives_the_same_digests() -> None:
    program = (
        "from tests.pages.test_digest import every_view\n"
        "print({uri: digest.hex() for uri, digest in every_view().items()})"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).resolve().parents[2],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    here = {uri: digest.hex() for uri, digest in every_view().items()}
    assert said[0] == said[1] == f"{here}\n"
