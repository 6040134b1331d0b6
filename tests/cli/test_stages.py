"""What is shown while a build lasts, and what is told of its stages afterwards."""

import io
import re
import resource
import sys
import time
from dataclasses import fields
from types import SimpleNamespace

import pytest

from generator.cli import stages as module
from generator.cli.stages import PATIENCE, Stage, Stages
from generator.strings import labels


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(time, "monotonic", made.monotonic)
    return made


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    made = Terminal()
    # Not sys.stderr itself: pytest puts its own there when the test begins.
    monkeypatch.setattr(module, "sys", SimpleNamespace(stderr=made, platform=sys.platform))
    return made


def work(stages: Stages, clock: Clock, seconds: float, *, count: int = 4) -> None:
    """Do four things in so many seconds."""
    with stages.stage("pages"):
        stages.expect(count)
        for _ in range(4):
            clock.now += seconds / 4
            stages.advance()


def test_a_bar_for_what_takes_long_on_a_terminal(clock: Clock, terminal: Terminal) -> None:
    work(Stages(shows=True), clock, 4 * PATIENCE)
    assert labels("stage")["pages"] in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\n")


def test_none_within_a_second(clock: Clock, terminal: Terminal) -> None:
    work(Stages(shows=True), clock, PATIENCE)
    assert terminal.getvalue() == ""


def test_none_when_it_is_piped(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(module, "sys", SimpleNamespace(stderr=stream, platform=sys.platform))
    work(Stages(shows=True), clock, 4 * PATIENCE)
    assert stream.getvalue() == ""


def test_none_for_who_wants_none(clock: Clock, terminal: Terminal) -> None:
    work(Stages(shows=False), clock, 4 * PATIENCE)
    assert terminal.getvalue() == ""


def test_none_where_the_end_is_not_known(clock: Clock, terminal: Terminal) -> None:
    work(Stages(shows=True), clock, 4 * PATIENCE, count=0)
    assert terminal.getvalue() == ""


def test_none_outside_of_a_stage(clock: Clock, terminal: Terminal) -> None:
    stages = Stages(shows=True)
    stages.expect(2)
    clock.now += 10
    stages.advance()
    stages.wrote(1)
    assert terminal.getvalue() == ""


def test_a_stage_that_began_late_has_its_own_second(clock: Clock, terminal: Terminal) -> None:
    stages = Stages(shows=True)
    with stages.stage("read"):
        clock.now += 10
    work(stages, clock, PATIENCE)
    assert terminal.getvalue() == ""


def test_a_bar_learns_that_there_is_more_to_do(clock: Clock, terminal: Terminal) -> None:
    """Cases are read first; how many notices there are is known when they are done."""
    stages = Stages(shows=True)
    with stages.stage("read"):
        stages.expect(2)
        clock.now += 2 * PATIENCE
        stages.advance(2)
        stages.expect(2)
        stages.advance(1)
        clock.now += 1
        before = terminal.getvalue()
        assert "75%" in before.rpartition("\r")[2]
        stages.advance(1)
    assert "100%" in terminal.getvalue()


def test_each_bar_is_its_own(clock: Clock, terminal: Terminal) -> None:
    stages = Stages(shows=True)
    work(stages, clock, 8 * PATIENCE)
    with stages.stage("read"):
        stages.expect(1)
        clock.now += 2 * PATIENCE
        stages.advance()
    last = terminal.getvalue().splitlines()[-1]
    assert labels("stage")["read"] in last


def test_a_failure_ends_the_bar_and_the_stage(clock: Clock, terminal: Terminal) -> None:
    stages = Stages(shows=True)

    def fail() -> None:
        with stages.stage("pages"):
            stages.expect(2)
            clock.now += 2 * PATIENCE
            stages.advance()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert terminal.getvalue().endswith("\n")
    assert stages.stages[0].seconds == 2 * PATIENCE
    stages.wrote(5)
    assert stages.stages[0].bytes == 0


def test_each_stage_is_measured(clock: Clock) -> None:
    stages = Stages(shows=False)
    with stages.stage("read"):
        clock.now += 2
        stages.wrote(3)
        with stages.stage("pages"):
            clock.now += 1
            stages.wrote(4)
        stages.wrote(5)
    read, pages = stages.stages
    assert (read.name, read.seconds, read.bytes) == ("read", 3, 8)
    assert (pages.name, pages.seconds, pages.bytes) == ("pages", 1, 4)
    assert read.memory >= pages.memory > 1_000_000


def test_the_table_has_a_line_each_and_columns_below_their_heads(clock: Clock) -> None:
    stages = Stages(shows=False)
    for number, name in enumerate(labels("stage")):
        with stages.stage(name):
            clock.now += number * 100
            stages.wrote(number * 1_500_000)
    head, *lines = stages.as_text().splitlines()
    assert len(lines) == len(labels("stage"))
    assert len({width(line) for line in lines}) == 1
    starts = zip(lines, labels("stage").values(), strict=True)
    assert all(line.startswith(label) for line, label in starts)
    assert [float(cell) for cell in re.findall(r"[\d.]+", lines[1])][0::3] == [100, 1.5]
    assert [column for column in re.split(r"\s{2,}", head) if column] == head.split()
    assert width(head) <= width(lines[0])


def width(line: str) -> int:
    """Give the columns that a line takes on a terminal."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in line)


def test_a_machine_gets_every_field(clock: Clock) -> None:
    stages = Stages(shows=False)
    with stages.stage("read"):
        clock.now += 1
    (data,) = stages.as_data()
    assert set(data) == {field.name for field in fields(Stage)}
    assert set(data) == {"name", "seconds", "memory", "memory_of_others", "bytes"}
    assert (data["name"], data["seconds"], data["bytes"]) == ("read", 1, 0)


def test_where_memory_is_not_counted_it_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "resource", None)
    stages = Stages(shows=False)
    with stages.stage("read"):
        pass
    assert (stages.stages[0].memory, stages.stages[0].memory_of_others) == (0, 0)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_memory_is_told_in_bytes(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    unit = 1 if platform == "darwin" else 1024
    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert module._peaks()[0] >= usage * unit


def test_every_stage_of_a_build_has_a_name() -> None:
    named = {"compare", "read", "plan", "files", "pages", "index", "documents", "clear"}
    assert set(labels("stage")) == named
