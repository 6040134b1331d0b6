"""How the peers that cut at white space are given Chinese: pairs of characters as words.

The same as the finder's own keys without its trigrams, so that what is compared is the engines.
`pages/pairs.js` is the twin.
"""

from collections.abc import Iterator, Sequence

from generator.search.folding import APART


def terms_of_text(folded: str) -> Iterator[str]:
    """Yield the pairs of all runs, and the last character of each."""
    for run in folded.split(APART):
        yield from (run[at : at + 2] for at in range(len(run)))


def terms_of_word(folded: str) -> Iterator[tuple[str, bool]]:
    """Yield the terms that must occur; a character alone is a prefix of some term."""
    for run in folded.split(APART):
        if len(run) == 1:
            yield run, True
        else:
            yield from ((run[at : at + 2], False) for at in range(len(run) - 1))


def expression(words: Sequence[str]) -> str:
    """Give the query in FTS5's language: every pair must occur; one character is a prefix."""
    terms = dict.fromkeys(term for word in words for term in terms_of_word(word))
    return " AND ".join(f'"{term}"{"*" if is_prefix else ""}' for term, is_prefix in terms)
