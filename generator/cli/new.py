"""`biaogan new`: a draft with its keys and its edition's sections ready to fill."""

from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand, ChineseGroup
from generator.cli.project import config_option, load_settings
from generator.config import Config
from generator.errors import BiaoganError
from generator.intake.drafts import Draft, case_draft, notice_draft
from generator.site import read
from generator.strings import labels, text


@click.group("new", cls=ChineseGroup, help=text("cli.new.help"))
def command() -> None:
    """Group the kinds of draft."""


@command.command("case", cls=ChineseCommand, help=text("cli.new.case.help"))
@click.option("-e", "--edition", required=True, metavar="ID", help=text("cli.new.case.edition"))
@click.option("--enterprise", required=True, metavar="NAME", help=text("cli.new.case.enterprise"))
@click.option("--title", default="", metavar="TITLE", help=text("cli.new.case.title"))
@config_option
def new_case(edition: str, enterprise: str, title: str, config_file: str) -> None:
    """Write the draft of a case under the edition's next free number."""
    config = load_settings(config_file)
    library = read(config).library
    stems = sorted(path.stem for path in (config.cases_path / edition).glob("*.md"))
    draft = case_draft(library, edition, enterprise=enterprise, title=title, stems=stems)
    path = config.cases_path / edition / f"{draft.id}.md"
    _create(draft, path, config)


@command.command("notice", cls=ChineseCommand, help=text("cli.new.notice.help"))
@click.option("-k", "--kind", required=True, metavar="KIND", help=text("cli.new.notice.kind"))
@click.option("-d", "--date", required=True, metavar="DATE", help=text("cli.new.notice.date"))
@click.option("-s", "--slug", required=True, metavar="SLUG", help=text("cli.new.notice.slug"))
@click.option("--title", required=True, metavar="TITLE", help=text("cli.new.notice.title"))
@config_option
def new_notice(kind: str, date: str, slug: str, title: str, config_file: str) -> None:
    """Write the draft of a notice named by date and slug."""
    config = load_settings(config_file)
    kinds = labels("kind")
    value = next((key for key, label in kinds.items() if kind in (key, label)), None)
    if value is None:
        known = text("labels.joint").join(kinds.values())
        raise BiaoganError(text("cli.new.notice.bad_kind", kind=kind, kinds=known))
    draft = notice_draft(value, date, slug, title)
    path = config.notices_path / f"{draft.id}.md"
    _create(draft, path, config)


def _create(draft: Draft, path: Path, config: Config) -> None:
    shown = path.relative_to(config.root)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Exclusive creation: a draft never overwrites what somebody wrote.
        with path.open("x", encoding="utf-8") as file:
            file.write(draft.text)
    except FileExistsError:
        raise BiaoganError(text("cli.new.exists", path=shown)) from None
    click.echo(text("cli.new.created", path=shown))
