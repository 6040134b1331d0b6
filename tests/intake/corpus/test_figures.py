"""The bar of the intake, document by document; the sums are in tests/intake/README.md."""

from typing import Final

import pytest

from tests.intake.corpus.catalog import Sample, documents
from tests.intake.corpus.evaluate import examine
from tests.intake.corpus.scoring import Score

BAR: Final = 0.97
"""Recall and precision of headings; here of each document, not of all together."""
WHOLE: Final = ("cells", "tables", "heads", "pictures", "charts", "formulas", "footnotes", "facts")


def check(score: Score) -> None:
    assert score.recall.value >= BAR
    assert score.precision.value >= BAR
    assert score.missing == 0
    assert score.leaks == 0
    shares = {name: getattr(score, name) for name in WHOLE}
    assert {name: share for name, share in shares.items() if share.right != share.of} == {}


@pytest.mark.parametrize("sample", documents(), ids=lambda one: one.name)
def test_every_document_keeps_to_the_bar(sample: Sample) -> None:
    (examined,) = examine([sample])
    check(examined.score)


@pytest.mark.needs("soffice")
def test_documents_of_the_old_format_keep_to_it_too() -> None:
    samples = [one for one in documents(converted=True) if one.path.suffix in (".doc", ".wps")]
    assert len(samples) >= 4
    for examined in examine(samples[:3]):
        check(examined.score)
