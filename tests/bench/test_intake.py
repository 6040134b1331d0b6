"""The measure of `intake` measures what it says."""

from pathlib import Path

from tests.bench.intake import Batch, measure, report


def test_a_small_batch(tmp_path: Path) -> None:
    batch = measure(tmp_path, 3)
    assert (batch.documents, batch.drafts, batch.refused) == (3, 2, 1)
    assert batch.seconds > 0 < batch.megabytes


def test_the_figures_are_said() -> None:
    said = "\n".join(report(Batch(100, 20.0, 99, 1, 170)))
    assert "0.200" in said
    assert "99" in said
