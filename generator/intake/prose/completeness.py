"""Nothing is lost silently: every Han character of a document is in the draft or in the report."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from generator.intake.prose.tree import text_of, walk

_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def han_of(words: str) -> Counter[str]:
    """Count the Han characters of a text."""
    return Counter(_HAN.findall(words))


def han_of_tree(part: object) -> Counter[str]:
    """Count the Han characters that a part of pandoc's tree shows; not those behind pictures."""
    behind = Counter[str]()
    for node in walk(part):
        if node["t"] == "Image":
            behind += han_of(text_of(node["c"][1]))
    return han_of(text_of(part)) - behind


def missing(document: Counter[str], kept: Iterable[Counter[str]]) -> Counter[str]:
    """Count the characters of a document that none of the other counts has."""
    rest = document.copy()
    for count in kept:
        rest -= count
    return rest
