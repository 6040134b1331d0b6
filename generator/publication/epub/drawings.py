"""Drawings (SVG) of an EPUB file, without what acts or reaches out.

A page shows a drawing as a picture, and a browser then runs no script in it and fetches nothing.
EPUB 3.3 says the same of readers (6.2, 7), but many show a drawing that is opened by itself as a
document: so what a page would not run or fetch is taken out of the copy.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from generator.publication.picture_sizes import broken

_ACTING: Final = frozenset(
    {"script", "handler", "iframe", "object", "embed", "link", "meta", "base", "form"}
    | {"audio", "video", "source"}
)
"""Elements that run or embed something; in SVG itself or in what `foreignObject` holds."""
_ANIMATING: Final = frozenset({"set", "animate", "animateTransform", "animateMotion"})
_ADDRESSES: Final = frozenset({"href", "src", "action", "formaction", "poster", "data", "srcdoc"})
_INSIDE: Final = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp);)", re.IGNORECASE)
"""What an address may lead to: the drawing itself, a picture that it holds."""
_REACHING: Final = re.compile(
    r"@import|\\|url\(\s*[\"']?\s*(?!#|data:image/|data:font/)", re.IGNORECASE
)
"""A style that fetches something, or that an escape hides."""


def safe_drawing(path: Path, data: bytes) -> bytes:
    """Give a drawing without scripts, handlers and outside addresses; as it is, where it has none.

    Entities that it declares itself are written out; `path` names it in the error.
    Raises BiaoganError where it is no SVG, asks for a file, or its entities swell.
    """
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs are older
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(path) from error
    if _name(root) != "svg" or any(map(_is_entity, root.iter())):
        raise broken(path)
    tree = root.getroottree()
    outside = [one for one in root.itersiblings(preceding=True) if _is_instruction(one)]
    changes = [_cleaned(node) for node in list(root.iter())]
    if not any(changes) and not outside and not tree.docinfo.internalDTD:
        return data
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made


def _cleaned(node: "etree._Element") -> bool:
    """Take out of an element what acts, or the element; tell whether there was something."""
    if _is_instruction(node) or (isinstance(node.tag, str) and _is_acting(node)):
        _remove(node)
        return True
    if not isinstance(node.tag, str):
        return False
    bad = list(_bad_attributes(node))
    for name in bad:
        del node.attrib[name]
    if _name(node) == "style" and _REACHING.search("".join(map(str, node.itertext()))):
        _remove(node)
        return True
    return bool(bad)


def _is_acting(node: "etree._Element") -> bool:
    name = _name(node)
    if name in _ANIMATING:
        # An animation may give a harmless link another address.
        target = str(node.get("attributeName", "")).rpartition(":")[2].lower()
        return target in _ADDRESSES or target.startswith("on")
    return name.lower() in _ACTING


def _bad_attributes(node: "etree._Element") -> Iterator[str]:
    for full, stated in node.attrib.items():
        value = str(stated)
        name = etree.QName(str(full)).localname.lower()
        is_leading_out = name in _ADDRESSES and not _INSIDE.match(value)
        # A link that a reader follows is no danger unless it runs something.
        is_link = _name(node) == "a" and value.strip().lower().startswith(("https://", "http://"))
        if (
            name.startswith("on")
            or (is_leading_out and not is_link)
            or (("url(" in value.lower() or name == "style") and _REACHING.search(value))
        ):
            yield str(full)


def _is_instruction(node: "etree._Element") -> bool:
    return isinstance(node, etree._ProcessingInstruction)  # noqa: SLF001 -- has no other name


def _is_entity(node: "etree._Element") -> bool:
    return isinstance(node, etree._Entity)  # noqa: SLF001 -- as above


def _remove(node: "etree._Element") -> None:
    """Take an element out and leave the text behind it."""
    above = node.getparent()
    if above is None:
        return
    before = node.getprevious()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        above.text = (above.text or "") + node.tail
    node.tail = None
    above.remove(node)


def _name(node: "etree._Element") -> str:
    return str(etree.QName(node).localname)
