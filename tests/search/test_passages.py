"""The texts of built pages, and what is cut from them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.search.folding import fold
from generator.search.passages import LENGTH, Piece, pieces_of, snippet

PAGE = """<html><body><nav>质量</nav><h1 data-found>标题<wbr>甲</h1>
<p>不找</p><p data-found>摘 要<br>二行<img src="x">三</p>
<div data-found><h2 id="a"><span class="number">一、</span>做法</h2><p>用<b>六西格玛</b>设计
<sup class="footnote-ref"><a href="#n">1</a></sup>。</p><ul><li>甲<li>乙</ul>
<section id="s"><h3>小节</h3><table><tr><td>格一</td><td>格二</td></tr></table></section></div>
<p>外</p></body></html>"""


def test_a_page_is_cut_into_pieces_with_their_sections() -> None:
    assert pieces_of(PAGE) == (
        Piece("标题甲"),
        Piece("摘 要"),
        Piece("二行"),
        Piece("三"),
        Piece("一、做法", "一、做法", "a"),
        Piece("用六西格玛设计 。", "一、做法", "a"),
        Piece("甲", "一、做法", "a"),
        Piece("乙", "一、做法", "a"),
        Piece("小节", "小节", "s"),
        Piece("格一", "小节", "s"),
        Piece("格二", "小节", "s"),
    )


@given(st.text("<>/=\"' abhp1质data-found&;!-", max_size=200))
def test_broken_pages_are_read(html: str) -> None:
    for piece in pieces_of(f"<div data-found>{html}"):
        assert piece.text


def test_a_snippet_shows_the_words_and_where_they_stand() -> None:
    found = snippet(pieces_of(PAGE), ["六西格玛"])
    assert found is not None
    assert found.parts == (("用", False), ("六西格玛", True), ("设计 。", False))
    assert (found.section, found.anchor) == ("一、做法", "a")


def test_the_piece_with_the_most_words_near_each_other_is_shown() -> None:
    pieces = (
        Piece("质量"),
        Piece("质量" + "中" * 50 + "标杆", "远"),
        Piece("质 量、标杆", "近"),
        Piece("标杆", "一"),
    )
    found = snippet(pieces, ["质量", "标杆"])
    assert found is not None
    assert found.section == "近"
    assert [text for text, is_word in found.parts if is_word] == ["质 量", "标杆"]


def test_nothing_is_cut_where_no_word_stands() -> None:
    assert snippet((), ["质量"]) is None
    assert snippet((Piece("别的"),), ["质量"]) is None


@given(
    st.text("质量标杆 、。ＡabéﬁX的", max_size=300),
    st.lists(st.sampled_from(["质量", "标杆", "a·b", "x"])),
)
def test_a_snippet_is_a_stretch_of_the_text(text: str, words: list[str]) -> None:
    found = snippet((Piece(text),), words)
    if found is None:
        return
    assert found.text.strip("…") in text
    assert len(found.text) <= LENGTH + 2
    assert any(fold(part) in words for part, is_word in found.parts if is_word)
