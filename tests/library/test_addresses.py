"""Addresses as authors write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.addresses import is_safe, source_target

HERE = "cases/2022/2022-001.md"


@pytest.mark.parametrize(
    ("target", "resolved"),
    [
        ("2022-002.md", ("cases/2022/2022-002.md", "")),
        ("./2022-001/a.png", ("cases/2022/2022-001/a.png", "")),
        ("../2020/2020-001.md#实施成效", ("cases/2020/2020-001.md", "实施成效")),
        ("../2020/2020-001.md#%E5%9B%BE1", ("cases/2020/2020-001.md", "图1")),
        ("#图1", (HERE, "图1")),
        ("", (HERE, "")),
        ("2022-001/%E5%9B%BE.png", ("cases/2022/2022-001/图.png", "")),
        ("../../../etc/passwd", None),
        ("/cases/", None),
        ("\\x", None),
        ("//example.org/a", None),
        ("https://example.org/", None),
        ("mailto:qmb@example.org", None),
        ("http://[", None),
    ],
)
def test_resolving(target: str, resolved: tuple[str, str] | None) -> None:
    assert source_target(HERE, target) == resolved


@given(st.text(alphabet="./\\%2eEfF#ab:", max_size=30))
def test_nothing_climbs_out_of_the_project(target: str) -> None:
    resolved = source_target(HERE, target)
    if resolved:
        assert ".." not in resolved[0].split("/")
        assert not resolved[0].startswith("/")


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("a.png", True),
        ("#图1", True),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("http://[", False),
    ],
)
def test_safety(address: str, safe: bool) -> None:
    assert is_safe(address) is safe
