"""The fonts that PDF files are set in: for each role a family that is found on this machine.

The faces are those of official documents (library/paper.py); the families that are looked for, and
the packages that have them, stand in strings/zh/publication_pdf.toml.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.digests import digest_of
from generator.errors import BiaoganError
from generator.library.paper import Typeface
from generator.publication.pdf.font_files import (
    SUFFIXES,
    FontFile,
    font_folders,
    read_fonts,
    scan,
    stamp_of,
)
from generator.strings import table, text


class Extra(StrEnum):
    """The faces that a document needs beside those of official documents."""

    LATIN = "latin"
    """Latin letters and figures in a text with serifs; where there is none, the text's own."""
    MONO = "mono"
    """Text for machines."""
    SYMBOL = "symbol"
    """What the others lack: ballot boxes, arrows."""


Role = Typeface | Extra
ROLES: Final[tuple[Role, ...]] = (*Typeface, *Extra)
OPTIONAL: Final = frozenset({Extra.LATIN})
"""A document can do without."""
STACKS: Final[Mapping[Role, tuple[Role, ...]]] = MappingProxyType(
    {
        Typeface.SONG: (Extra.LATIN, Typeface.SONG, Extra.SYMBOL),
        Typeface.TITLE: (Extra.LATIN, Typeface.TITLE, Typeface.SONG, Extra.SYMBOL),
        # Both have no more than the characters of GB 2312: rare names come from the Song.
        Typeface.FANGSONG: (Extra.LATIN, Typeface.FANGSONG, Typeface.SONG, Extra.SYMBOL),
        Typeface.KAI: (Extra.LATIN, Typeface.KAI, Typeface.SONG, Extra.SYMBOL),
        Typeface.HEI: (Typeface.HEI, Typeface.SONG, Extra.SYMBOL),
        Extra.LATIN: (Extra.LATIN, Typeface.SONG, Extra.SYMBOL),
        Extra.MONO: (Extra.MONO, Typeface.HEI, Typeface.SONG, Extra.SYMBOL),
        Extra.SYMBOL: (Extra.SYMBOL, Typeface.SONG),
    }
)
"""Role → the roles in which a character is looked for, in this order."""


@dataclass(frozen=True, slots=True)
class Face:
    """The family of a role."""

    role: Role
    fonts: tuple[FontFile, ...]
    """Regular first, then bold and italic ones where there are."""

    @property
    def has_bold(self) -> bool:
        """Tell whether the family has a bold font."""
        return any(font.is_bold for font in self.fonts)


@dataclass(frozen=True)
class Faces:
    """The families that were found."""

    found: Mapping[Role, Face]
    missing: Mapping[Role, str]
    """What to say where a document needs a role that has no family."""
    memory: Path | None = None
    """A folder where coverage of fonts is kept, or None."""

    def face(self, role: Role) -> Face:
        """Give the face of a role; raises BiaoganError where there is none."""
        if role not in self.found:
            raise BiaoganError(self.missing[role])
        return self.found[role]

    def stack(self, role: Role) -> tuple[Face, ...]:
        """Give the faces of a role, with those that stand in for rare characters.

        Raises BiaoganError where the role itself has none.
        """
        self.face(role)
        return tuple(self.found[one] for one in STACKS[role] if one in self.found)

    @cached_property
    def fonts(self) -> tuple[FontFile, ...]:
        """Give all fonts, each once."""
        found = (font for role in ROLES if role in self.found for font in self.found[role].fonts)
        return tuple(dict.fromkeys(found))

    @cached_property
    def digest(self) -> bytes:
        """Give a digest that changes with any of the fonts."""
        roles = [
            (role.value, font.index, Path(font.path).name, *stamp_of(font.path)[1:])
            for role in ROLES
            if role in self.found
            for font in self.found[role].fonts
        ]
        return digest_of(repr(roles).encode("utf-8", "surrogateescape"))


def find_fonts(
    configured: Mapping[str, str], folders: Sequence[Path], memory: Path | None = None
) -> Faces:
    """Find a family for each role.

    `configured`: role → family or file, as mkdocs.yml says; it wins. `folders`: looked at before
    BIAOGAN_FONTS, this Python's own folder of fonts, the user's and the system's. `memory`: a
    folder where it is kept what was read.
    Raises BiaoganError where a configured family is not there, and where there is no Song: every
    document needs it. Another missing role is an error once a document asks for it.
    """
    unknown = sorted(configured.keys() - set(ROLES))
    if unknown:
        known = " ".join(ROLES)
        raise BiaoganError(text("publication_pdf.font.role", key=unknown[0], keys=known))
    by_family = _by_family(scan(font_folders(folders), memory))
    found: dict[Role, Face] = {}
    missing: dict[Role, str] = {}
    for role in ROLES:
        fonts = _fonts_of(role, configured.get(role), by_family)
        if fonts:
            found[role] = Face(role, fonts)
        else:
            missing[role] = _missing(role)
    if Typeface.SONG in missing:
        raise BiaoganError(missing[Typeface.SONG])
    return Faces(found, missing, memory)


def _by_family(fonts: Sequence[FontFile]) -> Mapping[str, list[FontFile]]:
    families: dict[str, list[FontFile]] = {}
    for font in fonts:
        for family in font.families:
            families.setdefault(family.casefold(), []).append(font)
    return families


def _fonts_of(
    role: Role, configured: str | None, by_family: Mapping[str, list[FontFile]]
) -> tuple[FontFile, ...]:
    """Give the fonts of a role, none where there are none; raises as `find_fonts`."""
    if configured is None:
        choices = (by_family.get(family.casefold(), []) for family in _families(role))
        return next((variants for fonts in choices if (variants := _variants(fonts))), ())
    is_file = os.path.splitext(configured)[1].lower() in SUFFIXES  # noqa: PTH122
    fonts = _of_file(configured) if is_file else by_family.get(configured.casefold(), [])
    if not fonts:
        name = text(f"publication_pdf.font.{role}.name")
        message = "publication_pdf.font.configured"
        searched = text("labels.joint").join(str(one) for one in font_folders() if one.is_dir())
        said = {"role": name, "key": role.value, "family": configured, "folders": searched}
        raise BiaoganError(text(message, **said))
    return _variants(fonts) or tuple(fonts[:1])


def _of_file(path: str) -> list[FontFile]:
    """Give the font of a file; of a collection the simplified Chinese one, where it says so."""
    fonts = read_fonts(str(Path(path).expanduser().resolve()))
    simplified = [font for font in fonts if any(one.endswith(" SC") for one in font.families)]
    return (simplified or list(fonts))[:1]


def _variants(fonts: Sequence[FontFile]) -> tuple[FontFile, ...]:
    """Give of a family's fonts the regular, the bold and the italic ones, or none."""
    return tuple(_chosen(fonts))


def _chosen(fonts: Sequence[FontFile]) -> Iterator[FontFile]:
    upright = [font for font in fonts if not font.is_italic]
    regular = _nearest([font for font in upright if not font.is_bold], 400) or _nearest(
        upright, 400
    )
    if not regular:
        return
    yield regular
    for is_bold, is_italic, weight in ((True, False, 700), (False, True, 400), (True, True, 700)):
        same = [font for font in fonts if (font.is_bold, font.is_italic) == (is_bold, is_italic)]
        other = _nearest(same, weight)
        if other and other != regular:
            yield other


def _nearest(fonts: Sequence[FontFile], weight: int) -> FontFile | None:
    return min(fonts, key=lambda font: abs(font.weight - weight), default=None)


def _families(role: Role) -> tuple[str, ...]:
    stated = table("publication_pdf")["font"]
    assert isinstance(stated, Mapping)
    return tuple(stated[role.value]["families"])


def _missing(role: Role) -> str:
    key = f"publication_pdf.font.{role}"
    return text(
        "publication_pdf.font.missing",
        role=text(f"{key}.name"),
        families=text("labels.joint").join(_families(role)),
        package=text(f"{key}.package"),
        key=role.value,
        example=_families(role)[0],
    )
