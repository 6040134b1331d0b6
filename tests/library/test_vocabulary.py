"""Names that editors type, folded and found."""

import pytest

from generator.library.vocabulary import Term, Vocabulary, VocabularyName, fold

METHODS = Vocabulary(
    name=VocabularyName.METHODS,
    terms=(
        Term(slug="six-sigma", label="六西格玛", aliases=("6σ", "Six Sigma")),
        Term(
            slug="tsq",
            label="质量可靠性整体解决",
            aliases=("TSQ（质量可靠性整体解决）", "Six Sigma"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("六西格玛", "six-sigma"),
        (" 六 西格玛 ", "six-sigma"),
        ("ＳＩＸ　ＳＩＧＭＡ", "six-sigma"),
        ("six-sigma", "six-sigma"),
        ("tsq(质量可靠性整体解决)", "tsq"),
    ],
)
def test_a_name_leads_to_its_term(name: str, slug: str) -> None:
    term = METHODS.find(name)
    assert term is not None
    assert term.slug == slug


def test_an_unknown_name_leads_nowhere() -> None:
    assert METHODS.find("七西格玛") is None
    assert METHODS.find("") is None


def test_middle_dots_are_one() -> None:
    assert fold("a•b") == fold("a・b") == fold("A·B")
