"""Whatever bytes a file holds: a record or a finding, never an exception."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Fault
from generator.library.vocabulary import VocabularyName
from generator.reading.cases import read_case
from generator.reading.editions import read_edition
from generator.reading.locating import locate
from generator.reading.notices import read_notice
from generator.reading.outcome import Outcome
from generator.reading.redirects import read_redirects
from generator.reading.source import decode
from generator.reading.vocabularies import read_vocabulary
from tests.reading.toy import CASE, EDITION, NOTICE, VOCABULARIES, context

PATH = "cases/2022/2022-001.md"
CONTEXT = context()
KEYS = st.sampled_from(
    ["year", "field", "method", "videos", "indicators", "status", "publicity_on", "revocation", "x"]
)
YAML = st.text(alphabet="abc:-[]{}#&*!|>'\"%@`,? \n\t：，、質0192.~<", max_size=200)
SCALARS = st.one_of(
    st.text(max_size=12),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.datetimes().map(str),
    st.sampled_from(["2022-02-30", "9" * 5000, "已公布", "~", "", ".nan", "0x1F", "12:30:45"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(KEYS, SCALARS), inner, max_size=3)
    ),
    max_leaves=8,
)


def flow(value: object) -> str:
    """Write a value as YAML in one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{flow(k)}: {flow(v)}' for k, v in value.items())}}}"
    quoted = str(value).replace("'", "''")
    return f"'{quoted}'"


def is_told(text: str, value: object, faults: tuple[Fault, ...]) -> bool:
    """Tell whether there is a record or a finding; every finding lies inside the file."""
    findings = locate(faults, lambda _path: text)
    lines = text.split("\n")
    for finding in findings:
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        assert finding.message.isprintable()
    return value is not None or bool(findings)


def check_case(text: str) -> None:
    outcome = read_case(text, PATH, CONTEXT)
    assert is_told(text, outcome.value and outcome.value.record, outcome.faults)


@given(st.binary(max_size=300))
def test_random_bytes(data: bytes) -> None:
    outcome = decode(PATH, data)
    if outcome.value is None:
        assert outcome.faults
    else:
        check_case(outcome.value)


@given(st.binary(max_size=100), st.integers(0, len(CASE.encode())))
def test_random_bytes_within_a_case(data: bytes, at: int) -> None:
    whole = CASE.encode()
    outcome = decode(PATH, whole[:at] + data + whole[at:])
    if outcome.value is not None:
        check_case(outcome.value)
    else:
        assert outcome.faults


def test_truncated_files() -> None:
    for end in range(len(CASE)):
        check_case(CASE[:end])
    for end in range(len(NOTICE)):
        notice = read_notice(NOTICE[:end], "notices/2022-a.md")
        assert is_told(NOTICE[:end], notice.value and notice.value.record, notice.faults)
    for end in range(len(EDITION)):
        edition = read_edition(EDITION[:end], "cases/2022/edition.yml")
        assert is_told(EDITION[:end], edition.value, edition.faults)


@settings(max_examples=300)
@given(YAML)
def test_random_text_as_front_matter(text: str) -> None:
    check_case(f"---\n{text}\n---\n")


@given(YAML)
def test_random_text_as_data_files(text: str) -> None:
    reads: tuple[Outcome[object], ...] = (
        read_edition(text, "cases/2022/edition.yml"),
        read_vocabulary(text, "v.yml", VocabularyName.METHODS),
        read_redirects(text, "r.yml"),
    )
    for outcome in reads:
        is_told(text, outcome.value, outcome.faults)


@settings(max_examples=200)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_values_of_odd_types(data: dict[str, object]) -> None:
    lines = "\n".join(f"{key}: {flow(value)}" for key, value in data.items())
    for front in (lines, f"enterprise: x\n{lines}"):
        text = f"---\n{front}\n---\n"
        outcome = decode(PATH, text.encode("utf-8", "replace"))
        if outcome.value is not None:
            check_case(outcome.value)


@given(st.integers(0, 400), st.characters(codec="utf-8"))
def test_one_wrong_character_in_a_vocabulary(at: int, character: str) -> None:
    text = VOCABULARIES[VocabularyName.METHODS]
    text = text[:at] + character + text[at:]
    outcome = decode("v.yml", text.encode())
    if outcome.value is not None:
        read = read_vocabulary(outcome.value, "v.yml", VocabularyName.METHODS)
        assert is_told(outcome.value, read.value, read.faults)
