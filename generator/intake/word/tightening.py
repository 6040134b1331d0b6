"""Lists as one writes them by hand: no blank line between items of one paragraph each."""

from typing import Any, Final

_LISTS: Final = frozenset({"BulletList", "OrderedList"})


def tightened(node: Any) -> Any:  # noqa: ANN401 -- pandoc's JSON
    """Give a tree in which such lists are tight, as Word shows them; pandoc reads loose ones."""
    if isinstance(node, list):
        return [tightened(child) for child in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    made = {**node, "c": tightened(node["c"])}
    if node.get("t") in _LISTS:
        items = made["c"] if node["t"] == "BulletList" else made["c"][1]
        if all(_is_short(item) for item in items):
            for item in items:
                item[:1] = [{**block, "t": "Plain"} for block in item[:1]]
    return made


def _is_short(item: list[Any]) -> bool:
    """Tell whether an item is a paragraph, and perhaps a list below it."""
    kinds = [block.get("t") for block in item]
    return kinds[:1] in (["Para"], ["Plain"]) and all(kind in _LISTS for kind in kinds[1:])
