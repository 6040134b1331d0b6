"""The captions of videos: read once, known by their bytes, told with their faults."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.library.captions import Cue
from generator.reading import captions
from generator.reading.library import Reading
from generator.site import read
from tests.toy.library import config, copy_good

CASE = "cases/2020/2020-001.md"
FILE = "cases/2020/2020-001/talk.vtt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_good(tmp_path / "toy")


def at(root: Path) -> Reading:
    return read(config(root))


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def test_the_cues_of_a_named_file_are_known_by_its_path(root: Path) -> None:
    found = at(root).library.captions
    assert list(found) == [FILE]
    assert found[FILE].load() == (Cue(0.0, 1.0, "\u793a\u4f8b\u5b57\u5e55"),)


def test_another_text_is_another_fact(root: Path) -> None:
    before = at(root)
    (root / FILE).write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nanother\n", encoding="utf-8")
    after = at(root)
    assert before.facts != after.facts
    assert before.library.captions != after.library.captions
    assert after.library.captions[FILE].load()[0].text == "another"
    assert at(root).facts == after.facts


def test_a_file_that_stays_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / FILE).write_text("no captions", encoding="utf-8")
    first = at(root)

    def never(*_: object) -> None:
        pytest.fail("read again")

    monkeypatch.setattr(captions, "_look", never)
    second = at(root)
    assert codes(first) == codes(second) == ["captions-broken"]
    assert first.library.captions == second.library.captions == {}


def test_what_must_not_be_published_is_found_in_what_is_said(root: Path) -> None:
    number = "1380013" + "8000"
    text = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{number}\n"
    (root / FILE).write_text(text, encoding="utf-8")
    reading = at(root)
    assert codes(reading) == ["personal-mobile"]
    assert reading.broken == {CASE}


def test_a_file_that_has_gone_says_nothing(root: Path) -> None:
    found = at(root).library.captions[FILE]
    (root / FILE).unlink()
    assert found.load() == ()
    assert codes(at(root)) == ["attachment-missing"]


def test_captions_of_fictional_cases_go_with_them(root: Path) -> None:
    case = root / CASE
    text = case.read_text(encoding="utf-8").replace("    captions: 2020-001/talk.vtt\n", "")
    case.write_text(text, encoding="utf-8")
    assert at(root).library.captions == {}
    assert read(replace(config(root), demonstration=False)).library.captions == {}
