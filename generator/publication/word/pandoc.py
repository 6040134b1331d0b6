"""pandoc as a writer: trees in, documents out.

The trees are ours (text.py), so nothing foreign names a file or a program here: pictures have
names made from their digests, and raw OpenXML is written by ooxml.py alone.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Final, Self

from generator.errors import BiaoganError
from generator.publication.word.worker import RESULT, Worker
from generator.strings import text

TIMEOUT: Final = 120.0
"""Seconds for a document; a book of 50 cases takes two."""
API_VERSION: Final = (1, 23, 1, 1)
"""Of pandoc 3.9."""
_TREE: Final = "tree.json"
_REFERENCE: Final = "reference.docx"
_HARMLESS: Final = frozenset({"CouldNotConvertTeXMath", "NoTitleElement", "NoLangSpecified"})
"""What pandoc may warn of: a formula that it cannot read it writes as TeX; that is ours too."""
_LOUD: Final = frozenset({"WARNING", "ERROR"})
_LOST: Final = frozenset({"BlockNotRendered", "InlineNotRendered"})
"""What pandoc tells in a low voice."""
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def document(blocks: Sequence[Any], meta: Mapping[str, Any] = _NOTHING) -> dict[str, Any]:
    """Give a tree of blocks as pandoc's document; `meta` is in pandoc's form, as `meta_text`."""
    return {
        "pandoc-api-version": list(API_VERSION),
        "meta": dict(meta),
        "blocks": list(blocks),
    }


def meta_text(value: str) -> dict[str, Any]:
    """Give a text as a value of metadata."""
    return {"t": "MetaString", "c": value}


def meta_list(values: Iterable[str]) -> dict[str, Any]:
    """Give texts as a value of metadata."""
    return {"t": "MetaList", "c": [meta_text(value) for value in values]}


class Pandoc:
    """A process of pandoc that is kept for many documents; a context manager.

    Made in one process and used in one that was forked from it, it starts anew there.
    """

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self._worker = Worker(timeout)
        self._formulas: dict[str, str | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process; it starts again when something is asked for."""
        self._worker.close()

    def write(
        self,
        tree: Mapping[str, Any],
        form: str,
        *,
        reference: Path | bytes | None = None,
        pictures: Mapping[str, bytes] = _NOTHING,
        options: Mapping[str, Any] = _NOTHING,
    ) -> bytes:
        """Write a document as `docx`, `epub3` or another form of pandoc's.

        `tree` is what `document` gives; `reference` a document whose styles it takes; `pictures`
        those that it names, by name (text.Album has them); `options` are of pandoc's
        WriterOptions, by their Lua names (`toc_depth`, `split_level`, `html_math_method`,
        `variables`, `epub_metadata` …).
        Raises BiaoganError when pandoc cannot do it, loses something, or takes too long.
        """
        files = {**pictures, _TREE: json.dumps(tree).encode()}
        asked = dict(options)
        if reference:
            files[_REFERENCE] = (
                reference if isinstance(reference, bytes) else reference.read_bytes()
            )
            asked["reference_doc"] = _REFERENCE
        request = {"job": "write", "tree": _TREE, "form": form, "into": RESULT, "options": asked}
        answer, written = self._worker.ask(request, files)
        lost = [message["pretty"] for message in answer.get("messages", ()) if _is_loss(message)]
        why = answer.get("failure") or "; ".join(lost)
        if why or not written:
            raise BiaoganError(text("publication_word.pandoc.failed", why=why))
        return written

    def formulas(self, texs: Iterable[str]) -> Mapping[str, str]:
        """Give TeX → Typst's mathematics, without the dollar signs; kept in memory.

        What pandoc cannot read, and what is empty, is not among them.
        """
        wanted = list(dict.fromkeys(texs))
        missing = [tex for tex in wanted if tex not in self._formulas]
        if missing:
            self._formulas.update(zip(missing, self._typst(missing), strict=True))
        found = ((tex, self._formulas[tex]) for tex in wanted)
        return {tex: typst for tex, typst in found if typst}

    def _typst(self, texs: list[str]) -> list[str | None]:
        answer, _ = self._worker.ask({"job": "formulas", "texs": texs}, _NOTHING)
        if "failure" in answer:
            raise BiaoganError(text("publication_word.pandoc.failed", why=answer["failure"]))
        # Each is one `$…$`; a dollar within is written `\\$`, so nothing more may be stripped.
        return [typst.strip()[1:-1].strip() if typst else None for typst in answer["formulas"]]


def _is_loss(message: Mapping[str, str]) -> bool:
    """Tell whether a message says that something of the tree is not in the document."""
    kind = message["type"]
    return kind in _LOST or (message["verbosity"] in _LOUD and kind not in _HARMLESS)
