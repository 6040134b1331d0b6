"""`biaogan export`: what the library holds, as documents to take away."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from generator.catalogue.dimensions import Dimension
from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load_settings
from generator.config import Config
from generator.errors import BiaoganError, RefusedError
from generator.publication.making.desk import Desk, Stock
from generator.publication.making.product import Product
from generator.publication.making.run import Outcome, make_all
from generator.publication.making.typed import FORMS, Asked, products
from generator.publication.making.workshop import Workshop
from generator.publication.selection import Selection
from generator.reporting import as_text
from generator.site import Site, prepare
from generator.strings import text
from generator.suggestions import nearest

_TERMS: Final[Mapping[str, Dimension]] = {
    "field": Dimension.FOCUS_AREA,
    "method": Dimension.METHOD,
    "recommender": Dimension.RECOMMENDER,
    "industry": Dimension.INDUSTRY,
    "region": Dimension.REGION,
}
"""Option → what it chooses by."""
_NAMES: Final = {text(f"export.kinds.{what}"): what for what in FORMS}
"""Chinese name → kind of document."""


@click.command("export", cls=ChineseCommand, help=text("export.help"), epilog=text("export.epilog"))
@click.argument("what", metavar=text("export.what"))
@click.argument("ids", nargs=-1, metavar=text("export.ids"))
@click.option("--format", "-F", "forms", multiple=True, metavar="FORMAT", help=text("export.form"))
@click.option("--year", "years", multiple=True, type=int, metavar="YEAR", help=text("export.year"))
@click.option("--edition", "editions", multiple=True, metavar="ID", help=text("export.edition"))
@click.option("--field", multiple=True, metavar="NAME", help=text("export.field"))
@click.option("--method", multiple=True, metavar="NAME", help=text("export.method"))
@click.option("--recommender", multiple=True, metavar="NAME", help=text("export.recommender"))
@click.option("--industry", multiple=True, metavar="NAME", help=text("export.industry"))
@click.option("--region", multiple=True, metavar="NAME", help=text("export.region"))
@click.option("--all", "everything", is_flag=True, help=text("export.all"))
@click.option("--title", default="", metavar="TITLE", help=text("export.title"))
@click.option("--output", "-o", "folder", default="exports", metavar="DIR", help=text("export.to"))
@click.option("--allow-errors", is_flag=True, help=text("export.allow_errors"))
@click.option("--quiet", "-q", is_flag=True, help=text("export.quiet"))
@config_option
def command(**typed: Any) -> None:  # noqa: ANN401 -- click hands over strings, tuples and flags
    """Write documents; exit 1 when one could not be made."""
    what = _kind(typed["what"])
    asked = Asked(
        what=what,
        forms=_forms(what, typed["forms"]),
        selection=Selection(
            ids=typed["ids"],
            years=typed["years"],
            editions=typed["editions"],
            terms={name: typed[option] for option, name in _TERMS.items() if typed[option]},
        ),
        everything=typed["everything"],
        title=typed["title"],
    )
    config = load_settings(typed["config_file"])
    config = replace(config, allow_errors=config.allow_errors or typed["allow_errors"])
    site = _site(config)
    desk = Desk.of(Stock(site.library, site.catalogue, site.files, site.facts), config)
    wanted = products(desk, asked)
    folder = Path(typed["folder"])
    with _bar(wanted, quiet=typed["quiet"]) as tell:
        outcome = make_all(wanted, folder, Workshop(config), tell)
    desk.keep()
    _say(outcome, folder, len(wanted), quiet=typed["quiet"])
    sys.exit(1 if outcome.failures else 0)


def _site(config: Config) -> Site:
    """Give the library; ends with its errors where it has some, for a list would lack a case."""
    try:
        site = prepare(config)
    except RefusedError as refusal:
        errors = tuple(one for one in refusal.findings if one.is_error)
        click.echo(as_text(errors, colour=sys.stderr.isatty()), err=True)
        raise BiaoganError(text("export.refused")) from None
    for path in site.left_out:
        click.echo(text("cli.build.left_out", path=path), err=True)
    return site


def _kind(typed: str) -> str:
    what = _NAMES.get(typed, typed)
    if what in FORMS:
        return what
    near = nearest(typed, (*_NAMES, *FORMS))
    hint = text("export.near", name=near) if near else ""
    named = (text("export.kind", what=what, name=name) for name, what in _NAMES.items())
    known = text("export.joint").join(named)
    raise BiaoganError(text("export.no_kind", typed=typed, known=known, hint=hint))


def _forms(what: str, typed: Sequence[str]) -> tuple[str, ...]:
    """Give the forms that were asked for; one alone need not be named."""
    known = FORMS[what]
    forms = tuple(dict.fromkeys(one.strip().lower() for part in typed for one in part.split(",")))
    said = text("export.joint").join(known)
    if not forms:
        if what == "data":
            return known
        raise BiaoganError(text("export.no_form", what=what, known=said))
    for form in forms:
        if form not in known:
            raise BiaoganError(text("export.not_form", what=what, form=form, known=said))
    return forms


@contextmanager
def _bar(wanted: Sequence[Product], *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show how far it is, on a terminal."""
    hidden = quiet or len(wanted) < 2 or not sys.stderr.isatty()
    with click.progressbar(
        length=len(wanted), label=text("export.progress"), file=sys.stderr, hidden=hidden
    ) as bar:
        yield bar.update


def _say(outcome: Outcome, folder: Path, count: int, *, quiet: bool) -> None:
    """Say what lies there now, and what could not be made."""
    for failure in outcome.failures:
        first, rest = failure.paths[0], len(failure.paths)
        click.echo(text("export.failed", path=first, count=rest, reason=failure.reason), err=True)
    if quiet:
        return
    for path in sorted(outcome.files):
        click.echo(str(folder / path))
    right = count - sum(len(failure.paths) for failure in outcome.failures)
    click.echo(text("export.done", made=outcome.made, same=right - outcome.made, folder=folder))
