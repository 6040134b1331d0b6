"""Who listens to nothing says nothing, and lets everything through."""

import pytest

from generator.progress import SILENT, Progress


def test_the_silent_one_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with SILENT.stage("read"):
        SILENT.expect(2)
        SILENT.advance()
        SILENT.advance(1)
        SILENT.wrote(5)
    assert capfd.readouterr() == ("", "")


def test_an_error_of_the_work_goes_through() -> None:
    with pytest.raises(KeyError, match="mine"), Progress().stage("read"):
        raise KeyError("mine")


def test_the_work_may_be_told_outside_of_a_stage() -> None:
    Progress().advance()
    Progress().wrote(1)
    Progress().expect(0)
