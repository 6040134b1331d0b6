"""The measure of `export` measures what it says."""

from pathlib import Path

from tests.bench.documents import Measured, measure, report


def test_a_small_library(tmp_path: Path) -> None:
    measured = list(measure(tmp_path, 2, ("docx",)))
    assert [one.name for one in measured] == [
        "docx",
        "docx again",
        "book pdf",
        "book docx",
        "book epub",
    ]
    assert [one.files for one in measured[:2]] == [6, 6], "four demonstration cases and two copies"
    assert all(one.seconds > 0 for one in measured)


def test_the_figures_are_said_beside_their_goals() -> None:
    said = "\n".join(
        report(1000, iter([Measured("docx", 41.0, 1000), Measured("epub", 9.0, 1000)]))
    )
    assert "41.0 s" in said
    assert "goal 60" in said
    assert said.count("goal") == 1
