"""`biaogan search`: the search page's answers in the terminal, from the index of a built site."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from generator.cli.check import wants_colour
from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load
from generator.errors import BiaoganError
from generator.search import store
from generator.search.built import Built
from generator.search.facets import FacetName
from generator.search.query import Query, parse
from generator.search.results import KINDS, Hit, Results, Selection, find
from generator.search.segment import Kind
from generator.strings import text
from generator.suggestions import nearest

_LABELS: Final = {text(f"search.kinds.{kind}"): kind for kind in KINDS}
Found = TypeVar("Found")


@click.command("search", cls=ChineseCommand, help=text("search.help"))
@click.argument("words", nargs=-1, metavar=text("search.words"))
@click.option("--kind", "label", type=click.Choice(list(_LABELS)), help=text("search.kind"))
@click.option("--year", "years", multiple=True, metavar="YEAR", help=text("search.year"))
@click.option("--field", "fields", multiple=True, metavar="NAME", help=text("search.field"))
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help=text("search.limit")
)
@click.option("-d", "--site-dir", metavar="DIR", help=text("search.site_dir"))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help=text("search.format"),
)
@click.option("--explain", is_flag=True, help=text("search.explain"))
@config_option
def command(**options: Any) -> None:  # noqa: ANN401 - click hands over strings, tuples and flags
    """Print what a query finds; exit 1 when that is nothing."""
    query = parse(" ".join(options["words"]))
    if not query.words:
        raise BiaoganError(text("search.no_words"))
    kinds = _kinds(options["label"], is_narrowed=bool(options["years"] or options["fields"]))
    site = _site(options["site_dir"], options["config_file"])
    given = {FacetName.YEAR: options["years"], FacetName.FIELD: options["fields"]}
    results = _searched(site, lambda built: _find(built, query, kinds, given, options["limit"]))
    found = tuple(one for one in results if one.total)
    if options["format_name"] == "json":
        click.echo(json.dumps(_as_json(results), ensure_ascii=False, indent=1))
    else:
        for line in _lines(results, colour=wants_colour(), explain=options["explain"]):
            click.echo(line)
    sys.exit(0 if found else 1)


def _kinds(label: str | None, *, is_narrowed: bool) -> tuple[str, ...]:
    """Give the kinds that are searched; cases alone have facets."""
    kind = _LABELS[label] if label else None
    if is_narrowed and kind not in (None, Kind.CASE):
        raise BiaoganError(text("search.cases_only", kind=label))
    return (Kind.CASE,) if is_narrowed else (kind,) if kind else KINDS


def _site(site_dir: str | None, config_file: str) -> Path:
    """Give the folder of the built site; raises BiaoganError where it holds no index."""
    site = Path(site_dir or load(config_file)[0].site_dir)
    if not (site / store.MANIFEST).is_file():
        raise BiaoganError(text("search.no_site", path=site))
    return site


def _searched(site: Path, use: Callable[[Built], Found]) -> Found:
    """Give what `use` makes of a site; raises BiaoganError where the site is damaged."""
    try:
        return use(Built(site))
    except store.DamagedError as error:
        said = text("search.damaged", path=site / store.FOLDER, reason=error)
        raise BiaoganError(said) from error


def _find(
    built: Built,
    query: Query,
    kinds: Sequence[str],
    given: dict[FacetName, tuple[str, ...]],
    limit: int,
) -> tuple[Results, ...]:
    selection: Selection = {
        name: [place for one in typed for place in _places(built, name, one)]
        for name, typed in given.items()
        if typed
    }
    return tuple(find(built, query, kind, selection, limit) for kind in kinds)


def _places(built: Built, name: FacetName, typed: str) -> Sequence[int]:
    places = built.cases.places(name, typed)
    if not places:
        names = [label for _, label in built.cases.terms(name)]
        near = nearest(typed, names)
        hint = text("search.near", name=near) if near else ""
        facet = text(f"search.facets.{name}")
        raise BiaoganError(text("search.no_term", typed=typed, facet=facet, hint=hint))
    return places


def _lines(results: Sequence[Results], *, colour: bool, explain: bool) -> Iterator[str]:
    found = [one for one in results if one.total]
    for one in found:
        kind = text(f"search.kinds.{one.kind}")
        head = text("search.about" if one.is_about else "search.total", kind=kind, count=one.total)
        shown = len(one.hits)
        yield head + (text("search.more", count=shown) if shown < one.total else "")
        if one.by_pinyin:
            yield text("search.by_pinyin")
        for number, hit in enumerate(one.hits, start=1):
            yield from _hit_lines(number, hit, colour=colour, explain=explain)
        yield ""
    if not found:
        yield from _nothing(results)


def _hit_lines(number: int, hit: Hit, *, colour: bool, explain: bool) -> Iterator[str]:
    title = _clean(hit.row.title)
    yield f"{number:3} {click.style(title, bold=True) if colour else title}"
    beside = [part for part in (hit.row.who, *hit.row.about) if part]
    if beside:
        yield f"    {_clean(' · '.join(beside))}"
    anchor = f"#{hit.snippet.anchor}" if hit.snippet and hit.snippet.anchor else ""
    yield f"    {hit.row.uri}{anchor}"
    if hit.snippet:
        parts = (
            click.style(_clean(part), fg="red", bold=True) if colour and is_word else _clean(part)
            for part, is_word in hit.snippet.parts
        )
        name = _clean(hit.snippet.section)
        yield f"    {text('search.section', section=name) if name else ''}{''.join(parts)}"
    if explain:
        reasons = text("search.joint").join(
            text("search.reason", word=_clean(word), place=text(f"search.places.{place}"))
            for word, place in hit.reasons
        )
        yield f"    {text('search.score', score=hit.score, reasons=reasons)}"


def _nothing(results: Sequence[Results]) -> Iterator[str]:
    """Say which words find nothing, and what may have been meant."""
    yield text("search.none")
    lost = [set(one.lost) for one in results]
    for word, _ in results[0].counts:
        if all(word in words for words in lost):
            yield text("search.lost", word=word)
    counts = [(word, count) for word, count in results[0].counts if count]
    if counts:
        each = (text("search.each", word=word, count=count) for word, count in counts)
        yield text("search.each_alone", words=text("search.joint").join(each))
    near = dict.fromkeys(near.label for one in results for near in one.near)
    if near:
        yield text("search.nearest", names=text("search.joint").join(near))


def _as_json(results: Sequence[Results]) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.kind,
            "total": one.total,
            "is_about": one.is_about,
            "by_pinyin": one.by_pinyin,
            "words": [{"word": word, "count": count} for word, count in one.counts],
            "nearest": [{"kind": near.kind, "label": near.label} for near in one.near],
            "hits": [_hit_as_json(hit) for hit in one.hits],
        }
        for one in results
    ]


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    snippet = hit.snippet
    return {
        "title": hit.row.title,
        "enterprise": hit.row.who,
        "about": list(hit.row.about),
        "uri": hit.row.uri,
        "score": hit.score,
        "places": [{"word": word, "place": place} for word, place in hit.reasons],
        "snippet": snippet.text if snippet else "",
        "section": snippet.section if snippet else "",
        "anchor": snippet.anchor if snippet else "",
    }


def _clean(shown: str) -> str:
    """Give a text without characters that would move the terminal's cursor."""
    return "".join(character if character.isprintable() else " " for character in shown)
