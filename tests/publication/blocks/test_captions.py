"""Captions of tables become captions."""

from generator.publication.blocks.tree import Break, Caption, CaptionKind, Manner, Set, Table, Text
from tests.publication.blocks.tools import table


def test_captions_of_tables() -> None:
    markdown = "表：甲*乙*\n\n| a |\n|---|\n| b |"
    caption = Caption(
        CaptionKind.TABLE, 1, "表1", (Text("甲"), Set(Manner.EMPHASIS, (Text("乙"),)))
    )
    assert table(markdown).caption == caption
    assert table("| a |\n|---|\n| b |").caption is None


def test_captions_of_tables_by_hand() -> None:
    own = "<table><caption>己</caption><tr><td>a</table>"
    assert table(own).caption == Caption(CaptionKind.TABLE, 1, "表1", (Text("己"),))
    assert table(f"表：甲\n\n{own}").caption == (
        Caption(CaptionKind.TABLE, 1, "表1", (Text("甲"), Break(), Text("己")))
    )
    (inner,) = table(f"<table><tr><td>{own}</table>").body[0][0].blocks
    assert isinstance(inner, Table)
    assert inner.caption == Caption(CaptionKind.TABLE, 0, "", (Text("己"),))
