"""The text of a case out of pandoc's tree of a Word file."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.intake.prose.bounds import cut_to_experience, first_section
from generator.intake.prose.captions import settle_captions
from generator.intake.prose.completeness import han_of, han_of_tree, missing
from generator.intake.prose.heading_signs import find_headings
from generator.intake.prose.headings import FoundHeading, give_levels
from generator.intake.prose.lines import TITLE, Line, open_lines
from generator.intake.prose.pictures import Pictures
from generator.intake.prose.saying import Report
from generator.intake.prose.section_names import SectionNames
from generator.intake.prose.sections import (
    Part,
    check_sections,
    make_parts,
    take_summary,
    tell_references,
)
from generator.intake.prose.tables import open_tables, write_table
from generator.intake.prose.titles import take_title
from generator.intake.prose.tree import Node, Tree, check_depth, mapped_inlines, text_of, walk
from generator.intake.remarks import RefusedDocumentError, Remark, RemarkKind
from generator.library.edition import Edition


@dataclass(frozen=True, slots=True)
class CaseText:
    """What a document became."""

    tree: Tree
    """For pandoc to write as Markdown; its pictures are named as in `pictures`, in the folder."""
    title: str
    """Empty when none was found; a remark says so."""
    summary: str
    pictures: Mapping[str, Path | bytes]
    """Name of ours → where the bytes lie, or the bytes."""
    remarks: tuple[Remark, ...]
    headings: tuple[FoundHeading, ...]
    left_out: tuple[str, ...] = ()
    """What was left out on purpose: typed numbers and labels, cover lines, form, contents."""

    def unaccounted(self, document: Counter[str]) -> Counter[str]:
        """Count the Han characters of a document that are neither here nor left out on purpose."""
        said = "\n".join((self.title, self.summary, *self.left_out))
        return missing(document, (han_of(text_of(self.tree["blocks"])), han_of(said)))


def make_text(tree: Tree, media: Path, edition: Edition, pictures: str) -> CaseText:
    """Make the text of a case; `media` is where pandoc wrote the pictures, `pictures` their folder.

    Raises RefusedDocumentError when the tree is none of a document.
    """
    check_depth(tree)
    try:
        return _Making(media, edition, pictures).text(tree)
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise RefusedDocumentError("intake_prose.refused.tree") from error


class _Making:
    """One document on its way."""

    def __init__(self, media: Path, edition: Edition, folder: str) -> None:
        self._edition = edition
        self._names = SectionNames(edition)
        self._report = Report()
        self._pictures = Pictures(media, folder, self._report)

    def text(self, tree: Tree) -> CaseText:
        report, names = self._report, self._names
        opened = [*_from_meta(tree, report), *open_lines(tree["blocks"], report)]
        lines, cut = cut_to_experience(list(open_tables(opened, report)), names, report)
        lines = settle_captions(self._with_pictures(lines), report)
        start = first_section(lines, names)
        titled = take_title(lines, start, cut, self._edition.title_rule, report)
        ranked = give_levels(find_headings(titled.lines, names))
        parts = make_parts(titled.lines, ranked, names, report)
        summary, parts = take_summary(parts, report)
        check_sections(parts, summary, self._edition, report)
        tell_references(parts, report)
        blocks = [block for part in parts for block in self._blocks(part)]
        made = CaseText(
            tree={**tree, "meta": {}, "blocks": blocks},
            title=titled.title,
            summary=summary,
            pictures=self._pictures.files,
            remarks=(),
            headings=tuple(part.heading for part in parts if part.heading is not None),
            left_out=tuple(report.left_out),
        )
        return self._told(made, tree)

    def _told(self, made: CaseText, tree: Tree) -> CaseText:
        """Add what cannot be accounted for, and the remarks."""
        document = han_of_tree(tree["blocks"]) + han_of_tree(_meta_blocks(tree))
        rest = made.unaccounted(document)
        if rest:
            shown = "".join(sorted(rest.elements()))
            self._report.say(
                RemarkKind.LOST, "characters", count=rest.total(), characters=shown[:200]
            )
        self._tell_pictures(made.tree["blocks"])
        return CaseText(
            made.tree,
            made.title,
            made.summary,
            made.pictures,
            tuple(self._report.remarks),
            made.headings,
            made.left_out,
        )

    def _with_pictures(self, lines: Sequence[Line]) -> list[Line]:
        """Give the lines with the pictures under their new names; lost ones are taken out."""
        kept: list[Line] = []
        place = ""
        for line in lines:
            place = line.text or place
            if not any(node["t"] == "Image" for node in walk(line.node)):
                kept.append(line)
                continue
            node = self._renamed(line.node, place)
            if not (node["t"] == "Para" and not node["c"]):
                kept.append(Line(node, line.style))
        return kept

    def _renamed(self, node: Node, place: str) -> Node:
        def renamed(inlines: list[Node]) -> list[Node]:
            made: list[Node] = []
            for inline in inlines:
                taken = self._pictures.take(inline, place) if inline["t"] == "Image" else inline
                made += [taken] if taken is not None else []
            return made

        changed = mapped_inlines(node, renamed)
        assert isinstance(changed, dict)
        return changed

    def _blocks(self, part: Part) -> Iterator[Node]:
        if part.node is not None:
            yield part.node
        for line in part.lines:
            if line.kind == "Table":
                yield from write_table(line, self._report)
            elif line.kind == "Header":
                yield {"t": "Para", "c": line.node["c"][2]}
            else:
                yield line.node

    def _tell_pictures(self, blocks: list[Node]) -> None:
        heading, number = "", 0
        for block in blocks:
            heading = text_of(block) if block["t"] == "Header" else heading
            for node in walk(block):
                if node["t"] == "Image":
                    number += 1
                    if not text_of(node["c"][1]):
                        self._report.say(
                            RemarkKind.LOOK, "picture_untitled", heading, number=number
                        )


def _meta_blocks(tree: Tree) -> list[Node]:
    """Give what pandoc took out of the text for its styles: title, subtitle, author, abstract."""
    blocks: list[Node] = []
    for value in tree.get("meta", {}).values():
        kind, content = value.get("t"), value.get("c")
        if kind == "MetaInlines":
            blocks.append({"t": "Para", "c": content})
        elif kind == "MetaBlocks":
            blocks += content
        elif kind == "MetaList":
            blocks += [block for each in content for block in _meta_blocks({"meta": {"": each}})]
        elif kind == "MetaString":
            blocks.append({"t": "Para", "c": [{"t": "Str", "c": content}]})
    return blocks


def _from_meta(tree: Tree, report: Report) -> Iterator[Line]:
    meta = tree.get("meta", {})
    order = ("title", "subtitle", "author", "date")
    for name in (*order, *(key for key in meta if key not in order)):
        if name in meta:
            style = TITLE if name == "title" else ""
            yield from open_lines(_meta_blocks({"meta": {name: meta[name]}}), report, style)
