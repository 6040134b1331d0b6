"""Where links and pictures of a text lead."""

from pathlib import Path

import pytest

from generator.publication.blocks.place import Place

FILES = {"cases/2022-001/图 1.png": Path("/a/图 1.png")}
PLACE = Place("cases/2022-001/", "https://example.org/lib/", FILES)
NOWHERE = Place("cases/2022-001/", "", FILES)
ANCHORS = frozenset({"图1", "实施过程"})


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.com/a?b#c", "https://example.com/a?b#c"),
        ("https://例.cn/a b/100%25", "https://%E4%BE%8B.cn/a%20b/100%25"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("//example.com/a", "https://example.com/a"),
        ("\\\\example.com\\a", "https://example.com/a"),
        ("https:", ""),
        ("http://[", ""),
        ("//", ""),
        ("../2022-002/", "https://example.org/lib/cases/2022-002/"),
        ("../../../../x/", "https://example.org/x/"),
        ("/x/", "https://example.org/x/"),
        ("form.csv", "https://example.org/lib/cases/2022-001/form.csv"),
        ("?a=b", "https://example.org/lib/cases/2022-001/?a=b"),
        ("", "https://example.org/lib/cases/2022-001/"),
        ("#图1", "#图1"),
        ("#%E5%9B%BE1", "#图1"),
        ("../2022-001/#实施过程", "#实施过程"),
        ("../../cases/2022-001/#%E5%AE%9E%E6%96%BD%E8%BF%87%E7%A8%8B", "#实施过程"),
        ("#video", "https://example.org/lib/cases/2022-001/#video"),
        ("../2022-002/#图1", "https://example.org/lib/cases/2022-002/#%E5%9B%BE1"),
    ],
)
def test_target(address: str, target: str) -> None:
    assert PLACE.target(address, ANCHORS) == target


@pytest.mark.parametrize("address", ["../2022-002/", "", "/x/", "#video", "http://["])
def test_a_site_without_an_address_has_no_links_to_itself(address: str) -> None:
    assert NOWHERE.target(address, ANCHORS) == ""


def test_what_needs_no_site_stays_a_link() -> None:
    assert NOWHERE.target("#图1", ANCHORS) == "#图1"
    assert NOWHERE.target("https://example.com/", ANCHORS) == "https://example.com/"


@pytest.mark.parametrize(
    ("address", "is_found"),
    [
        ("图 1.png", True),
        ("%E5%9B%BE%201.png", True),
        ("../2022-001/%E5%9B%BE%201.png", True),
        ("../../cases/2022-001/图 1.png", True),
        ("../图 1.png", False),
        ("https://example.org/lib/cases/2022-001/图 1.png", True),
        ("http://[", False),
        ("", False),
    ],
)
def test_picture(address: str, is_found: bool) -> None:
    assert (PLACE.picture(address) is not None) == is_found
