"""What the library holds, the fictional apart."""

from generator.pages.holdings import Holding, holdings
from generator.strings import text
from tests.pages import toy


def held() -> dict[str, Holding]:
    return {item.label: item for item in holdings(toy.inputs())}


def of(key: str) -> Holding:
    return held()[text(f"pages.home.holding.{key}")]


def test_real_and_fictional_cases_are_counted_apart() -> None:
    assert (of("cases").count, of("cases").uri) == (4, "cases/")
    assert of("cases").demonstration == text("pages.count.demonstration", demonstration=1)


def test_a_list_entry_is_no_text_to_read() -> None:
    assert of("readable").count == 3
    assert of("readable").demonstration == text("pages.count.demonstration", demonstration=1)


def test_notices_sessions_rounds_firms_and_videos_are_counted() -> None:
    assert (of("notices").count, of("notices").demonstration) == (
        6,
        text("pages.count.demonstration", demonstration=1),
    )
    assert (of("sessions").count, of("sessions").demonstration) == (1, "")
    assert (of("national").count, of("local").count) == (3, 1)
    assert of("firms").count == toy.inputs().firms.real
    assert of("videos").count == 3


def test_what_has_a_list_links_to_it() -> None:
    pages = toy.planned()
    assert {item.uri for item in held().values() if item.uri} <= set(pages)
