"""A body: its text as bytes, its sections."""

from hypothesis import given
from hypothesis import strategies as st

from generator.library.body import Body, BodyText, Heading, Section, text_bytes

TEXTS = st.text(st.characters(exclude_categories=()), max_size=9)
HEADINGS = st.lists(st.builds(Heading, st.integers(2, 6), TEXTS, TEXTS, st.integers(1), TEXTS))


@given(TEXTS, HEADINGS.map(tuple))
def test_a_text_comes_back_from_its_bytes(html: str, headings: tuple[Heading, ...]) -> None:
    data = text_bytes(Body(html, headings))
    assert BodyText.of(data, tuple(one.line for one in headings)) == BodyText(html, headings)


def test_equal_texts_have_equal_bytes_whatever_objects_they_are() -> None:
    word = "甲乙丙丁"
    same = Body(word, (Heading(2, word, word, 1, word),))
    again = ["".join([*word]) for _ in range(4)]
    other = Body(again[0], (Heading(2, again[1], again[2], 9, again[3]),))
    assert text_bytes(same) == text_bytes(other)
    assert same.digest == other.digest


def test_what_a_page_shows_changes_the_digest() -> None:
    heading = Heading(2, "乙", "丙", 1, "一、")
    body = Body("甲", (heading,))
    others = [
        Body("乙", (heading,)),
        Body("甲"),
        Body("甲", (heading._replace(level=3),)),
        Body("甲", (heading._replace(text="丁"),)),
        Body("甲", (heading._replace(anchor="丁"),)),
        Body("甲", (heading._replace(number=""),)),
    ]
    assert len({one.digest for one in (body, *others)}) == len(others) + 1


def test_a_section_far_below_a_limit_is_not_measured() -> None:
    asked: list[int] = []

    def measure() -> int:
        asked.append(1)
        return 7

    section = Section(Heading(2, "甲", "甲", 1), 10, measure)
    assert not section.exceeds(10)
    assert asked == []
    assert not section.exceeds(7)
    assert section.exceeds(6)
    assert len(asked) == 2
