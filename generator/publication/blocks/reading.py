"""The body of a page as a tree.

`generator.rendering` made its HTML: well-formed and of a closed list of elements. All that a page
shows comes over; what an author nested too deep or in a way that no document can hold keeps its
words and loses its form.
"""

from dataclasses import replace

from generator.library.body import AnyBody
from generator.publication.blocks.flow import read_blocks
from generator.publication.blocks.inlines import Setting
from generator.publication.blocks.markup import Element, ids, parsed, take_notes
from generator.publication.blocks.place import Place
from generator.publication.blocks.tidying import make_ready
from generator.publication.blocks.tree import Blocks, BodyTree, ListBlock
from generator.publication.blocks.walking import anchors, called


def read_body(body: AnyBody, place: Place) -> BodyTree:
    """Give the text of a body as the page at `place` shows it; raises what reading it raises."""
    return read_html(body.html, place)


def read_html(html: str, place: Place) -> BodyTree:
    """Give the text of finished safe HTML.

    Each note has its number as on the page. One that no mark calls, for an author's HTML took the
    mark away, stands as a numbered list at the end of the text.
    """
    if not html:
        return BodyTree()
    root = parsed(html)
    given = ids(root)
    tree = _read(root, Setting(place, given, 0))
    real = anchors(tree.blocks).union(*map(anchors, tree.notes))
    if not given - real:
        return tree
    return _read(parsed(html), Setting(place, real, 0))


def _read(root: Element, setting: Setting) -> BodyTree:
    """Give the tree of a text; the elements are used up."""
    items = take_notes(root)
    for item in items:
        make_ready(item)
    make_ready(root)
    setting = replace(setting, notes=len(items))
    blocks = read_blocks(root, setting)
    notes = tuple(read_blocks(item, setting) for item in items)
    lost = _uncalled(blocks, notes)
    listed = tuple(ListBlock((notes[one - 1],), True, one) for one in lost if notes[one - 1])
    kept = tuple(() if number in lost else note for number, note in enumerate(notes, 1))
    return BodyTree((*blocks, *listed), kept)


def _uncalled(blocks: Blocks, notes: tuple[Blocks, ...]) -> list[int]:
    """Give the numbers of the notes that neither the text nor a called note calls."""
    known: set[int] = set()
    waiting = [*called(blocks)]
    while waiting:
        number = waiting.pop()
        if number not in known:
            known.add(number)
            waiting += called(notes[number - 1])
    return [number for number in range(1, len(notes) + 1) if number not in known]
