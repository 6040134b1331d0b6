"""Long lists in pages."""

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.paging import parts


@given(st.lists(st.integers(), max_size=60), st.integers(min_value=-1, max_value=20))
def test_pages_hold_every_item_once_in_order_and_never_too_many(
    items: list[int], size: int
) -> None:
    pages = list(parts(items, size, "x/"))
    assert [item for page in pages for item in page.items] == items
    assert all(len(page.items) <= max(1, size) for page in pages)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert len({page.uri for page in pages}) == len(pages)


def test_an_empty_list_is_one_page_without_a_pager() -> None:
    empty: list[int] = []
    (page,) = parts(empty, 20, "x/")
    assert page.uri == "x/"
    assert page.pager is None


def test_a_pager_leads_to_its_neighbours_and_to_the_ends() -> None:
    first, second, third, fourth = (page.pager for page in parts(range(4), 1, "x/"))
    assert first is not None
    assert second is not None
    assert third is not None
    assert fourth is not None
    assert (first.first, first.previous) == (None, None)
    assert first.next is not None
    assert first.next.uri == "x/page/2/"
    assert first.last is not None
    assert first.last.uri == "x/page/4/"
    assert second.previous is not None
    assert second.previous.uri == "x/"
    assert second.first is None
    assert third.first is not None
    assert third.last is None
    assert (fourth.next, fourth.last) == (None, None)
    assert "3" in third.position
    assert "4" in third.position
