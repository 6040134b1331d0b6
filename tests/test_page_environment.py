"""Templates compiled our way print what Jinja's own strict environment prints."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape

from generator.page_environment import PageEnvironment
from generator.templates import strict

CONSTANTS = {
    "t": SimpleNamespace(case=SimpleNamespace(title="A & B", count=3, none=None), list=("a", "b")),
    "site": SimpleNamespace(name='"Site" <x>', is_open=True),
}
SOURCES = {
    "page": (
        "{% import 'pieces' as m %}<h1>{{ t.case.title }}</h1> {{ site.name }}{{ t.case.count }}\n"
        "{% if site.is_open %}open{% endif %}{% for item in t.list %}{{ item }}{% endfor %}\n"
        "{{ view.text }}{{ view.safe }}{{ view.number }}{{ m.piece(t, view.text) }}"
        "{{ view.text + view.text }}{{ view.text | safe }}{{ t.case.title ~ view.text }}"
        "{% for item in view.list %}{{ loop.index }}{{ item }}{% endfor %}"
    ),
    "pieces": "{% macro piece(t, x) %}<b>{{ t.case.title }}: {{ x }}</b>{% endmacro %}",
    "nowhere": "{{ t.case.lost }}",
    "missing": "{{ view.lost }}",
    "unknown": "{{ lost }}",
}


@dataclass(frozen=True)
class View:
    text: str
    safe: Markup
    number: float
    list: tuple[str, ...]


def ours(constants: dict[str, object] | None = None) -> PageEnvironment:
    return PageEnvironment(DictLoader(SOURCES), CONSTANTS if constants is None else constants)


@given(st.text(), st.floats(), st.lists(st.text()))
def test_pages_are_what_jinja_makes_of_them(text: str, number: float, items: list[str]) -> None:
    view = View(text, Markup("<i>safe</i>"), number, tuple(items))
    plain = strict(Environment(loader=DictLoader(SOURCES)))
    known = {**CONSTANTS, "view": view}
    assert ours().get_template("page").render(known) == plain.get_template("page").render(known)


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup)))
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert PageEnvironment.escaped(value) == escape(value)


def test_constants_are_part_of_the_compiled_template() -> None:
    page = ours().get_template("page")
    other = {"t": SimpleNamespace(case=None, list=()), "site": None, "view": VIEW}
    assert page.render(other).startswith("<h1>A &amp; B</h1> &#34;Site&#34; &lt;x&gt;3\nopen")


VIEW = View("", Markup(), 0, ())


@pytest.mark.parametrize("name", ["nowhere", "missing"])
def test_an_attribute_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(AttributeError, match="lost"):
        ours().get_template(name).render(CONSTANTS, view=VIEW)


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(Exception, match="'lost' is undefined"):
        ours().get_template("unknown").render()
