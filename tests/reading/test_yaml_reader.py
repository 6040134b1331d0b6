import pytest

from generator.findings import Place
from generator.reading.yaml_reader import MAX_FAULTS, find_spots, read_yaml


def value_of(text: str) -> object:
    outcome = read_yaml(text, "a.yml")
    assert outcome.faults == ()
    assert outcome.value is not None
    return outcome.value.root


def faults_of(text: str) -> list[tuple[str, int, int]]:
    faults = read_yaml(text, "a.yml").faults
    return [(fault.code, fault.place.line, fault.place.column) for fault in faults]


def test_scalars_stay_what_was_typed() -> None:
    text = "a: 06\nb: 08\nc: 2022-02-30\nd: 12:30\ne: yes\nf: 1_000\ng: .nan\nh: 0o7\ni: 1.10"
    assert value_of(text) == {
        "a": "06",
        "b": "08",
        "c": "2022-02-30",
        "d": "12:30",
        "e": "yes",
        "f": "1_000",
        "g": ".nan",
        "h": "0o7",
        "i": "1.10",
    }


def test_nothing_typed_is_none_but_an_empty_text_is_text() -> None:
    assert value_of("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: [~]") == {
        "a": None,
        "b": None,
        "c": None,
        "d": "",
        "e": "null",
        "f": [None],
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# comment\n", "---\n", "--- \n...\n"])
def test_an_empty_document_is_none(text: str) -> None:
    assert value_of(text) is None


def test_merge_keys_and_numbers_are_plain_keys() -> None:
    assert value_of("<<: {a: b}\n2019: 1") == {"<<": {"a": "b"}, "2019": "1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3", [("yaml-duplicate-key", 3, 1)]),
        ("x:\n  - {a: 1, a: 2}", [("yaml-duplicate-key", 2, 12)]),
        ("a: &x 1\nb: 2", [("yaml-alias", 1, 4)]),
        ("a: &x 1\nb: *x", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]),
        ("a: 1\nb: !!python/object/apply:os.system [x]", [("yaml-tag", 2, 4)]),
        ("a: !binary aGk=", [("yaml-tag", 1, 4)]),
        ("a: !!set {x}", [("yaml-tag", 1, 4)]),
        ("? [a, b]\n: c", [("yaml-syntax", 1, 3)]),
        ("a: 1\n---\nb: 2", [("yaml-syntax", 2, 1)]),
        ('a: "x\\0y"', [("file-control-character", 1, 4)]),
        ('a: "\\u2028"', [("file-control-character", 1, 4)]),
        ('a: 1\n"b\\e": c', [("file-control-character", 2, 1)]),
    ],
)
def test_what_yaml_can_but_editors_need_not(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert faults_of(text) == expected


def test_the_first_of_two_values_counts() -> None:
    outcome = read_yaml("a: 1\na: 2", "a.yml")
    assert outcome.value is not None
    assert outcome.value.root == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "column"),
    [("[" * 60_000, 21), ("- " * 60_000, 41), ("{a: " * 20_000, 81), ("? " * 30_000, 3)],
)
def test_depth_is_refused_before_it_hurts(text: str, column: int) -> None:
    code = "yaml-syntax" if text.startswith("?") else "yaml-too-deep"
    assert faults_of(text) == [(code, 1, column)]


def test_twenty_levels_are_enough() -> None:
    assert value_of("[" * 20 + "]" * 20) is not None
    assert faults_of("[" * 21 + "]" * 21) == [("yaml-too-deep", 1, 21)]


def test_an_alias_bomb_is_not_built() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    outcome = read_yaml("\n".join(lines), "a.yml")
    assert outcome.value is None
    assert {fault.code for fault in outcome.faults} == {"yaml-alias"}
    assert len(outcome.faults) == MAX_FAULTS


def test_places_of_keys_and_values() -> None:
    spots = find_spots("a: 1\nb:\n  - c:\n    质: 'x'\n", "a.md", first_line=2)
    assert spots[("a",)] == (Place(line=2, column=1), Place(line=2, column=4))
    assert spots[("b",)] == (Place(line=3, column=1), Place(line=4, column=3))
    assert spots[("b", 0, "c")] == (Place(line=4, column=5), Place(line=4, column=5))
    assert spots[("b", 0, "质")] == (Place(line=5, column=5), Place(line=5, column=8))


def test_places_are_known_up_to_a_fault() -> None:
    assert ("a",) in find_spots("a: 1\nb: [", "a.yml")
