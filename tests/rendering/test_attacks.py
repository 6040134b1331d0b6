"""No way to bring a script into a body succeeds, whatever the publisher does with addresses."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.rendering.markdown import render
from generator.rendering.options import to_html
from tests.rendering.tools import keep
from tests.safety import unsafe_things

ATTACKS = tomllib.loads(Path(__file__).with_name("attacks.toml").read_text(encoding="utf-8"))[
    "attack"
]


def same(address: str) -> str:
    return address


@pytest.mark.parametrize(("publish", "numbered"), [(keep, False), (same, True), (unquote, True)])
@pytest.mark.parametrize("attack", ATTACKS, ids=[attack["name"] for attack in ATTACKS])
def test_attack_leaves_nothing_unsafe(
    attack: dict[str, str], publish: Callable[[str], str | None], *, numbered: bool
) -> None:
    rendered = render(attack["markdown"], first_line=1, publish=publish, numbered=numbered)
    assert unsafe_things(rendered.html) == []


def test_attacks_are_many_and_distinct() -> None:
    assert len({attack["markdown"] for attack in ATTACKS}) == len(ATTACKS) >= 160
    assert len({attack["name"] for attack in ATTACKS}) == len(ATTACKS)


def test_most_attacks_succeed_without_the_sanitiser() -> None:
    raw = [to_html(attack["markdown"], same) for attack in ATTACKS]
    unsafe = [html for html in raw if unsafe_things(html.replace(" data-sourcepos=", " title="))]
    assert len(unsafe) > 200


def test_unsafe_link_stays_as_text_without_address() -> None:
    assert render("[点此](javascript:x)", first_line=1, publish=keep).html == "<p><a>点此</a></p>"
