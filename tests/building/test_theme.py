"""The digest of a template: all that it is put together from counts, nothing else does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from generator.building.theme import TemplateDigests
from generator.digests import digest_of_parts
from generator.templates import FOOTER, HEADER, strict
from tests.site.tools import ROOT

THEME = ROOT / "theme"

SOURCES = {
    "page.html": '{% extends "base.html" %}{% import "macros.html" as m %}',
    "base.html": '{%- include "deep/part.html" -%}',
    "macros.html": "{% from 'more.html' import one %}",
    "more.html": '{% include "base.html" %}a circle: {% include "page.html" %}',
    "deep/part.html": "part",
    "other.html": "other",
}
BELOW = {"page.html", "base.html", "macros.html", "more.html", "deep/part.html"}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for name, source in SOURCES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(source, encoding="utf-8")
    return tmp_path


def of(theme: Path, *names: str) -> bytes:
    return TemplateDigests((theme,)).of(*names)


@pytest.mark.parametrize("name", SOURCES)
def test_exactly_what_a_page_is_put_together_from_changes_its_digest(
    theme: Path, name: str
) -> None:
    before = of(theme, "page.html")
    with (theme / name).open("a", encoding="utf-8") as file:
        file.write("x")
    assert (of(theme, "page.html") != before) == (name in BELOW)


def test_a_name_counts_as_well_as_a_source(theme: Path) -> None:
    assert of(theme, "deep/part.html") != of(theme, "other.html")
    (theme / "other.html").write_text("part", encoding="utf-8")
    assert of(theme, "deep/part.html") != of(theme, "other.html")


def test_several_templates_count_together_in_any_order(theme: Path) -> None:
    both = of(theme, "other.html", "page.html")
    assert both == of(theme, "page.html", "other.html")
    assert both not in (of(theme, "other.html"), of(theme, "page.html"))


def test_the_first_folder_that_has_a_template_gives_it(theme: Path, tmp_path: Path) -> None:
    over = tmp_path / "over"
    over.mkdir()
    (over / "other.html").write_text("mine", encoding="utf-8")
    found = TemplateDigests((over, theme)).of("other.html")
    assert found == TemplateDigests((over,)).of("other.html") != of(theme, "other.html")
    assert TemplateDigests((over, theme)).of("page.html") == of(theme, "page.html")


def test_a_template_that_is_not_there_is_an_empty_one_until_it_comes(theme: Path) -> None:
    before = of(theme, "missing.html")
    assert before == digest_of_parts(b"missing.html", b"")
    (theme / "missing.html").write_text("there", encoding="utf-8")
    assert of(theme, "missing.html") != before


def referenced(environment: Environment, name: str) -> Iterator[str | None]:
    source = (THEME / name).read_text(encoding="utf-8")
    yield from find_referenced_templates(environment.parse(source))


def closure(environment: Environment, *names: str) -> set[str]:
    """Give what Jinja itself says that templates are put together from."""
    found, waiting = set[str](), [*names]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in referenced(environment, name) if other]
    return found


def test_no_template_of_ours_is_named_by_a_variable() -> None:
    environment = strict(Environment())
    names = [path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")]
    by_variable = [name for name in names if None in {*referenced(environment, name)}]
    assert len(names) > 20
    assert by_variable == []


def test_our_templates_are_put_together_as_jinja_says() -> None:
    environment, digests = strict(Environment()), TemplateDigests((THEME,))
    for path in THEME.rglob("*.html"):
        names = (path.relative_to(THEME).as_posix(), HEADER, FOOTER)
        assert set(digests._closure(names)) == closure(environment, *names)
