"""Macros and includes in place print what Jinja prints when it calls them."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, Template, TemplateSyntaxError, nodes

from generator.page_inlining import free_macros, inlined

MACROS = """
{% macro link(root, to) %}{% if to.uri %}<a href="{{ root + to.uri }}">{{ to.label }}</a>{% else %}
{{ to.label }}{% endif %}{% endmacro %}
{% macro links(root, list, kind="plain", last=none) %}
{% set of = "of " ~ kind %}
<ul class="{{ kind }}">{% for link_to in list %}<li>{{ link(root, link_to) }}{{ of }}</li>
{% endfor %}</ul>{% if last %}{{ link(root, last) }}{% endif %}
{% endmacro %}
{% macro chosen(root, to) %}{{ link(root, to) if to.uri else link("", to) }}{% endmacro %}
{% macro both(root, to) %}{{ chosen(root, to) }}{{ link(root, to) }}{% endmacro %}
{% macro down(count) %}{{ count }}{% if count %}{{ down(count - 1) }}{% endif %}{% endmacro %}
{% macro shadow(link) %}{{ link.label }}{% endmacro %}
"""
SOURCES = {
    "macros": MACROS,
    "part": "{% set of = 'part' %}{% for to in view.links %}{{ of }}{{ to.label }}{% endfor %}",
    "base": "<h1>{% include 'part' %}</h1>{% block content %}{% endblock %}{{ root }}",
    "page": (
        "{% extends 'base' %}{% import 'macros' as m %}{% block content %}"
        "{% set of = 'page' %}{{ of }}{{ m.links(root, view.links) }}-{{ of }}\n"
        "{% for to in view.links %}{{ m.link('x', to) }}{{ m.links(root, [to], 'k', to) }}"
        "{{ loop.index }}{{ to.label }}{% endfor %}{{ m.link(root, view.links[0]) | upper }}"
        "{{ m.links(list=view.links, root=root, kind=of) }}{{ m.both(root, view.links[0]) }}"
        "{{ m.down(2) }}{{ m.shadow(view.links[0]) }}{% endblock %}"
    ),
    "own": "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ b(root) }}{{ b(x=view.links[0]) }}",
    "more": "{% import 'macros' as m %}{{ m.link(root, 1, 2) }}",
    "fewer": "{% import 'macros' as m %}{{ m.link(root) }}",
    "other": "{% import 'macros' as m %}{{ m.link(root, from=1) }}",
    "named": "{% import 'macros' as m %}{% macro link(x) %}own {{ x }}{% endmacro %}"
    "{{ link(root) }}{{ m.links(root, view.links) }}",
}


class Inlining(Environment):
    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        whole = inlined(
            source,
            lambda other: self.parse(SOURCES[other]),
            lambda other: free_macros(self.parse(SOURCES[other])),
        )
        return super()._generate(whole, name, filename, defer_init)


def environment(kind: type[Environment]) -> Environment:
    return kind(loader=DictLoader(SOURCES), autoescape=True, undefined=StrictUndefined)


@cache
def template(kind: type[Environment], name: str) -> Template:
    """Give a template, compiled once for all examples."""
    return environment(kind).get_template(name)


LABELS = st.lists(st.tuples(st.text(), st.sampled_from(["", "a/", "<b>/"])), min_size=1, max_size=3)


@pytest.mark.parametrize("name", ["page", "own", "base", "named"])
@given(labels=LABELS, root=st.sampled_from(["", "../", "&"]))
def test_the_same_is_printed(name: str, labels: list[tuple[str, str]], root: str) -> None:
    links = [{"label": label, "uri": uri} for label, uri in labels]
    known = {"root": root, "view": {"links": links}}
    plain = template(Environment, name).render(known)
    assert template(Inlining, name).render(known) == plain


def test_nothing_is_called_and_nothing_is_looked_up_any_more() -> None:
    source = "{% import 'macros' as m %}{{ m.links(root, view.links) }}{% include 'part' %}"
    parse = environment(Environment).parse
    done = inlined(
        parse(source),
        lambda other: parse(SOURCES[other]),
        lambda other: free_macros(parse(SOURCES[other])),
    )
    assert list(done.find_all((nodes.Import, nodes.Include))) == []
    assert list(done.find_all(nodes.Call)) == []


@pytest.mark.parametrize("name", ["more", "fewer", "other"])
def test_a_macro_has_the_arguments_that_it_has(name: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="link"):
        environment(Inlining).get_template(name)
