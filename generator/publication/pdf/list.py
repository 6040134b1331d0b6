"""Lists as PDF."""

from collections.abc import Sequence

from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.manuscripts.widths import column_shares
from generator.publication.pdf.literals import array, dictionary, string
from generator.publication.pdf.press import Info, Press
from generator.strings import text


def print_list(made: ListManuscript, press: Press) -> bytes:
    """Give a list as PDF/UA-1; raises BiaoganError where a font or a character is missing."""
    return print_lists((made,), press, made.title)


def print_lists(lists: Sequence[ListManuscript], press: Press, title: str) -> bytes:
    """Give several lists as one document, each from a new page on; raises as `print_list`."""
    before, after = (text(f"publication_list.paper.page_{side}") for side in ("before", "after"))
    edges = array([string(before), string(after)])
    pages = "#pagebreak()\n".join(map(_list, lists))
    main = f'#import "/list.typ": *\n#show: lists.with(edges: {edges})\n{pages}'
    return press.print(main, info=Info(title))


def _list(made: ListManuscript) -> str:
    values = {
        "title": string(made.title),
        "subtitle": string(made.subtitle),
        "mark": string(made.mark),
        "columns": array(map(string, made.columns)),
        "shares": array(f"{share:.4f}" for share in column_shares(made)),
        "groups": array(_group(group.label, group.rows) for group in made.groups),
        "empty": string(text("publication_list.paper.none")),
    }
    said = string(text("publication_list.paper.address"))
    notes = {
        "label": string(text("publication_list.paper.note")),
        "lines": array(map(string, made.notes)),
        "address": array([said, string(made.address)] if made.address else []),
    }
    return f"#list(..{dictionary(values)})\n#notes(..{dictionary(notes)})\n"


def _group(label: str, rows: Sequence[Sequence[str]]) -> str:
    return array([string(label), array(array(map(string, row)) for row in rows)])
