from hypothesis import given
from hypothesis import strategies as st

from generator.publication.slides.fitting import Box, cut, height_of, pages, text_height
from generator.publication.slides.points import Point

_BOX = Box(0, 0, 848, 368)
_WORDS = st.text(alphabet="质量标杆，。AB 12（）", min_size=1, max_size=400)
_POINTS = st.lists(st.builds(Point, text=_WORDS, level=st.integers(0, 1)), max_size=12)


@given(_POINTS)
def test_pages_fit_and_lose_nothing(points: list[Point]) -> None:
    made = pages(points, _BOX)
    for page in made:
        assert sum(height_of(one, page.size, _BOX.width) for one in page.points) <= _BOX.height
    said = "".join(one.whole for page in made for one in page.points)
    assert said == "".join(one.whole for one in points)


def test_heading_is_not_left_alone_at_the_end() -> None:
    steps = (Point("", "小标题"), Point("说" * 95, level=1)) * 12
    for page in pages(steps, _BOX):
        assert page.points[-1].text


@given(_WORDS, st.sampled_from([28.0, 20.0, 12.0]))
def test_cut_text_fits(words: str, size: float) -> None:
    box = Box(0, 0, 300, 60)
    shown = cut(words, size, box)
    assert text_height(shown, size, box.width) <= box.height or len(shown) <= 2
    assert words.startswith(shown.removesuffix("…"))
