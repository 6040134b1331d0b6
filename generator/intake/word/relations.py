"""What the parts of a document point to; nothing outside of the document is ever fetched."""

import posixpath
from collections.abc import Mapping
from typing import Final

from lxml import etree

from generator.intake.word.ledger import Ledger
from generator.intake.word.names import PACKAGE, Element, R, W
from generator.intake.word.parts import WordParts
from generator.intake.wordings import words

_TAG: Final = f"{PACKAGE}Relationship"
_WORDS: Final = f"{W}smartTag"
"""What only surrounds words."""


def relations_part(name: str) -> str:
    """Give the name of the part that lists where another part points."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def is_safe_address(address: str) -> bool:
    """Tell whether a link may be kept: to the web, or to mail."""
    lowered = address.strip().lower()
    return lowered.startswith(tuple(words("intake_word.list.safe_addresses")))


def targets(parts: WordParts, name: str) -> Mapping[str, str]:
    """Give the parts that are there and that a part points to, by the id of the relation."""
    root = parts.tree(relations_part(name))
    if root is None:
        return {}
    folder, there = posixpath.dirname(name), set(parts.names())
    return {
        relation.get("Id", ""): target
        for relation in root.iter(_TAG)
        if relation.get("TargetMode") != "External"
        and (target := inner_target(folder, relation.get("Target", ""))) in there
    }


def unlink(root: Element, parts: WordParts, name: str) -> None:
    """Leave of links that do not lead to the web only their words.

    Places inside a document (`w:anchor`) are bookmarks, which no draft has.
    """
    relations = parts.tree(relations_part(name))
    safe = {
        relation.get("Id")
        for relation in (relations.iter(_TAG) if relations is not None else ())
        if is_safe_address(relation.get("Target", ""))
    }
    for link in root.iter(f"{W}hyperlink"):
        if link.get(f"{R}id") not in safe:
            link.tag = _WORDS
    etree.strip_tags(root, _WORDS)


def inner_target(folder: str, target: str) -> str:
    """Give the part that a relation of a part in `folder` means, as a name and nothing else."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def close_relations(root: Element, ledger: Ledger) -> None:
    """Take out what points outside, but for links to the web."""
    for relation in list(root.iter(_TAG)):
        if relation.get("TargetMode") != "External":
            continue
        is_link = relation.get("Type", "").endswith("/hyperlink")
        if is_link and is_safe_address(relation.get("Target", "")):
            continue
        ledger.counts["unsafe_links" if is_link else "external"] += 1
        root.remove(relation)
