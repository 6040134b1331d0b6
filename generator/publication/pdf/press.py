"""Typst in this process: source in, PDF/UA-1 or pictures out.

A press knows the fonts of `Faces` and those that Typst brings along (for mathematics), no others:
what it prints does not change with what else is installed. PDF/UA-1 demands that every glyph is
there (its check 7.21.8), tags, alternative texts and headings without gaps: Typst checks it all.
"""

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import typst

from generator.errors import BiaoganError
from generator.publication.pdf.coverage import GlyphError, missing, named
from generator.publication.pdf.font_files import FontFile
from generator.publication.pdf.fonts import ROLES, Extra, Face, Faces, Role
from generator.publication.pdf.literals import array, boolean, dictionary, string
from generator.publication.pdf.sources import laid_out, style_files
from generator.publication.pdf.threads import claim
from generator.publication.svg_fonts import with_families
from generator.strings import text

EPOCH: Final = 0
"""Date of a document that has none, in seconds since 1970."""
_GLYPH: Final = re.compile(r'the text `?("(?:[^"\\]|\\.)*")`? could not be displayed')
_NAME: Final = "a font of biaogan that is missing: "
"""With a role behind it: a family that Typst warns of once a document asks for the role."""
_FORMULA_LIMIT: Final = 10_000
"""Characters of a formula that is tried at all."""
_NOTHING: Final[Mapping[str, bytes | Path]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Info:
    """What a PDF says of itself."""

    title: str
    author: str = ""
    issued_on: str = ""
    """ISO day: the date of the document; empty where it has none."""
    language: str = "zh"


class Press:
    """A press with its fonts; made once in a process."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._fonts = _loaded(faces.fonts)
        # Its types do not know that sources may be a dictionary.
        self._compiler: Any = typst.Compiler(font_paths=self._fonts, ignore_system_fonts=True)
        self._names = _family_names(self._fonts)
        self._styles = {**style_files(), "faces.typ": self._faces_source().encode()}
        self._formulas: dict[str, bool] = {}

    def print(
        self, main: str, pictures: Mapping[str, bytes | Path] = _NOTHING, *, info: Info
    ) -> bytes:
        """Give a document as PDF/UA-1.

        `main` is Typst source that may import the style files of this folder (`/base.typ`) and
        `/faces.typ`; `pictures` are files that it names, by name. Title, author, date and language
        are set before it.
        Raises BiaoganError where a font, a character or a picture is missing or broken, and where
        the source is at fault.
        """
        form = {"format": "pdf", "pdf_standards": "ua-1", "timestamp": _seconds(info.issued_on)}
        return self._compiled(main, pictures, info, form)

    def png(
        self, main: str, pictures: Mapping[str, bytes | Path] = _NOTHING, *, ppi: float
    ) -> bytes:
        """Give a document of one page as a picture of `ppi` pixels an inch; raises as `print`.

        Whether its characters have glyphs is for the caller to ask (`missing`).
        """
        info = Info(text("publication_pdf.text.picture"))
        return self._compiled(main, pictures, info, {"format": "png", "ppi": ppi})

    def query(
        self, main: str, pictures: Mapping[str, bytes | Path], *, info: Info, label: str
    ) -> Any:  # noqa: ANN401 -- whatever the document says
        """Give the value of the one `#metadata` with a label, once the document is laid out.

        Its characters and fonts are not checked; raises BiaoganError where a picture is missing or
        broken, and where the source is at fault.
        """
        claim()
        files = self._files(info, main, pictures)
        try:
            with laid_out(files) as (drawn, folder):
                compiler = typst.Compiler(drawn, folder, self._fonts, ignore_system_fonts=True)
                return json.loads(compiler.query(f"<{label}>", field="value", one=True))
        except RuntimeError as error:
            raise self._explained(error, info, main, pictures) from error

    def missing(self, words: str) -> tuple[str, ...]:
        """Give the characters that no font has, each once."""
        return missing(words, self.faces.found.values(), self.faces.memory)

    def can_set(self, formula: str) -> bool:
        """Tell whether Typst can set a formula that is written in its own way."""
        if formula not in self._formulas:
            claim()
            source = f"#set page(width: auto, height: auto)\n$ {formula} $"
            try:
                self._compiler.compile(source.encode(), format="svg")
                self._formulas[formula] = len(formula) <= _FORMULA_LIMIT
            except RuntimeError:
                self._formulas[formula] = False
        return self._formulas[formula]

    def family(self, face: Face) -> str:
        """Give the family of a face as Typst calls it."""
        font = face.fonts[0]
        return self._names[font.path, font.index]

    def families(self, role: Role) -> tuple[str, ...]:
        """Give the families of a role and of those that stand in for it, as Typst calls them.

        Raises BiaoganError where the role has none.
        """
        return tuple(dict.fromkeys(self.family(face) for face in self.faces.stack(role)))

    def _compiled(
        self,
        main: str,
        pictures: Mapping[str, bytes | Path],
        info: Info,
        form: Mapping[str, Any],
    ) -> bytes:
        claim()
        files = self._files(info, main, pictures)
        try:
            data, warnings = self._run(files, form)
        except RuntimeError as error:
            raise self._explained(error, info, main, pictures) from error
        self._check(warnings, info)
        assert isinstance(data, bytes)
        return data

    def _files(
        self, info: Info, main: str, pictures: Mapping[str, bytes | Path]
    ) -> dict[str, bytes]:
        read = {name: self._picture(name, pictures[name], info) for name in pictures}
        return {**self._styles, **read, "main.typ": (_preamble(info) + main).encode()}

    def _run(self, files: Mapping[str, bytes], form: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- as Typst gives it
        with laid_out(files) as (drawn, folder):
            return self._compiler.compile_with_warnings(drawn, **form, root=folder)

    def _picture(self, name: str, content: bytes | Path, info: Info) -> bytes:
        try:
            data = content if isinstance(content, bytes) else content.read_bytes()
        except OSError as error:
            raise _broken(info, content) from error
        return with_families(data, self.families) if name.endswith(".svg") else data

    def _can_show(self, name: str, pictures: Mapping[str, bytes | Path]) -> bool:
        """Tell whether a picture can be printed: Typst does not say which one failed."""
        content = pictures[name]
        try:
            data = content if isinstance(content, bytes) else content.read_bytes()
            alone = f"#image({string(f'/{name}')})".encode()
            self._run({"main.typ": alone, name: data}, {"format": "svg"})
        except (OSError, RuntimeError):
            return False
        return True

    def _faces_source(self) -> str:
        stacks = {role.value: self._stack_source(role) for role in ROLES}
        found = self.faces.found
        bold = {role.value: boolean(role in found and found[role].has_bold) for role in ROLES}
        return f"#let faces = {dictionary(stacks)}\n#let has-bold = {dictionary(bold)}\n"

    def _stack_source(self, role: Role) -> str:
        """Give the array for `text(font: …)`; of the Latin face only what is not Chinese too."""
        if role not in self.faces.found and role is not Extra.LATIN:
            return array([string(_NAME + role)])
        stack = self.faces.stack(role if role in self.faces.found else ROLES[0])
        return array(
            f'(name: {string(self.family(face))}, covers: "latin-in-cjk")'
            if face.role is Extra.LATIN
            else string(self.family(face))
            for face in stack
        )

    def _check(self, warnings: Sequence[typst.TypstWarning], info: Info) -> None:
        for warning in warnings:
            role = warning.message.partition(_NAME)[2].strip()
            if role:
                raise BiaoganError(self.faces.missing[next(one for one in ROLES if one == role)])
            raise _failed(info, warning.message)

    def _explained(
        self,
        error: RuntimeError,
        info: Info,
        main: str,
        pictures: Mapping[str, bytes | Path],
    ) -> BiaoganError:
        # Mostly a TypstError; a plain one where Typst cannot show the place of the fault.
        reason = getattr(error, "message", str(error))
        found = _GLYPH.search(reason)
        if found:
            lacking = self.missing(main + _sources_in(pictures)) or _unquoted(found[1])
            key = "publication_pdf.press.glyphs"
            return GlyphError(text(key, document=info.title, characters=named(lacking)))
        guilty = next((name for name in pictures if not self._can_show(name, pictures)), None)
        return _broken(info, pictures[guilty]) if guilty else _failed(info, reason)


def _loaded(fonts: Sequence[FontFile]) -> typst.Fonts:
    """Give the fonts to Typst, which wants a folder; it keeps the files' own paths, not the links.

    Their folders hold many more fonts, and reading the system's takes twice as long.
    """
    paths = [Path(one) for one in dict.fromkeys(font.path for font in fonts)]
    with tempfile.TemporaryDirectory(prefix="biaogan-fonts-") as folder:
        folders = [folder]
        try:
            for number, path in enumerate(paths):
                (Path(folder) / f"{number:03}{path.suffix}").symlink_to(path)
        except OSError:
            # Windows allows links to few: then Typst reads the fonts' own folders.
            folders = [str(one) for one in dict.fromkeys(path.parent for path in paths)]
        return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _family_names(fonts: typst.Fonts) -> dict[tuple[str, int], str]:
    return {(font.path, font.index): font.family for font in fonts.fonts() if font.path}


def _preamble(info: Info) -> str:
    year, month, day = info.issued_on.split("-") if info.issued_on else ("", "", "")
    date = f"datetime(year: {int(year)}, month: {int(month)}, day: {int(day)})" if year else "none"
    author = string(info.author) if info.author else "()"
    language = info.language.partition("-")[0]
    region = ', region: "cn"' if language == "zh" else ""
    return (
        f"#set document(title: {string(info.title)}, author: {author}, date: {date})\n"
        f"#set text(lang: {string(language)}{region})\n"
    )


def _seconds(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) if day else EPOCH


def _sources_in(files: Mapping[str, bytes | Path]) -> str:
    """Give all Typst source that stands in files: the chapters of a book."""
    sources = (data for name, data in files.items() if name.endswith(".typ"))
    return "".join(data.decode() for data in sources if isinstance(data, bytes))


def _unquoted(literal: str) -> list[str]:
    """Give the characters of a text as Typst's messages quote it."""
    words = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), literal[1:-1])
    return sorted(set(words))


def _failed(info: Info, reason: str) -> BiaoganError:
    return BiaoganError(text("publication_pdf.press.failed", document=info.title, reason=reason))


def _broken(info: Info, content: bytes | Path) -> BiaoganError:
    name = content.name if isinstance(content, Path) else ""
    return BiaoganError(text("publication_pdf.press.picture", document=info.title, path=name))
