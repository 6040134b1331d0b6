"""`biaogan intake`: drafts from what enterprises send."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load_settings
from generator.config import Config
from generator.findings import Finding
from generator.intake.import_list import ImportOptions, run_import
from generator.intake.packages.naming import masked_name
from generator.intake.remarks import RefusedDocumentError
from generator.intake.report import ImportReport
from generator.intake.taking.lists import check_list
from generator.intake.taking.report import Outcome, Result, as_file, as_json, lines, summary
from generator.intake.taking.run import Intake, Options, in_order
from generator.intake.taking.submissions import Submission, collect
from generator.library.ids import EditionId
from generator.library.lifecycle import Status
from generator.processes import available
from generator.site import read
from generator.strings import text
from generator.writing import write_whole

_INTERRUPTED: Final = 130
"""What a shell says of a command that Ctrl-C ended."""


@click.command("intake", cls=ChineseCommand, help=text("cli.intake.help"))
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH…"
)
@click.option("-e", "--edition", metavar="ID", help=text("cli.intake.edition"))
@click.option("--dry-run", is_flag=True, help=text("cli.intake.dry_run"))
@click.option("--force", is_flag=True, help=text("cli.intake.force"))
@click.option("--json", "as_data", is_flag=True, help=text("cli.intake.json"))
@config_option
def command(paths: tuple[Path, ...], edition: str | None, config_file: str, **flags: bool) -> None:
    """Take submissions; exit 1 when one was refused."""
    config = load_settings(config_file)
    options = Options(
        EditionId(edition) if edition else None,
        dry_run=flags["dry_run"],
        force=flags["force"],
        processes=available(config.processes),
    )
    library = read(config).library
    if options.edition is not None and options.edition not in library.editions:
        known = text("labels.joint").join(sorted(library.editions))
        click.echo(text("cli.new.case.no_edition", edition=edition, editions=known), err=True)
        sys.exit(1)  # one line, and not one for each submission
    submissions = collect(paths)
    texts = [one for one in submissions if not one.is_list]
    intake = Intake(config.root, config.cases_path, library, options)
    taken, is_whole = _taken(intake, texts)
    named = [one for one in submissions if one.is_list and is_whole]
    listed = [(one.shown, _listed(one, config, options)) for one in named]
    lists = [(name, one) for name, one in listed if isinstance(one, ImportReport)]
    taken += [one for _, one in listed if isinstance(one, Result)]
    results = _checked(taken, config, is_dry=options.dry_run)
    if flags["as_data"]:
        click.echo(as_json(results, lists))
    else:
        click.echo("\n".join(_lines(results, lists)))
    if not is_whole:
        click.echo(text("intake_report.interrupted"), err=True)
        sys.exit(_INTERRUPTED)
    refused = any(one.outcome is Outcome.REFUSED for one in results)
    sys.exit(1 if refused or not all(report.is_complete for _, report in lists) else 0)


def _listed(submission: Submission, config: Config, options: Options) -> ImportReport | Result:
    """Make drafts of the applicants in a list; the list itself is their source."""
    file = submission.files[0]
    name = masked_name(file.name)
    try:
        check_list(file.path, name)
    except RefusedDocumentError as refused:
        return Result(submission.shown, Outcome.REFUSED, remarks=(refused.remark,))
    source = text("cli.intake.list_source", name=name)
    said = ImportOptions(options.edition, source, status=Status.DRAFT, dry_run=options.dry_run)
    return run_import(file.path, config, read(config).library, said)


def _taken(intake: Intake, submissions: Sequence[Submission]) -> tuple[list[Result], bool]:
    """Give what became of the submissions, and whether Ctrl-C left it at that."""
    found: dict[int, Result] = {}
    is_whole = True
    with _bar(len(submissions)) as advance, closing(intake.each(submissions)) as each:
        try:
            for number, result in each:
                found[number] = result
                advance()
        except KeyboardInterrupt:
            is_whole = False
    return list(in_order(found)), is_whole


@contextmanager
def _bar(count: int) -> Iterator[Callable[[], None]]:
    """Show how far it is on a terminal, where there is more than one."""
    hidden = count < 2 or not sys.stderr.isatty()
    with click.progressbar(
        length=count, label=text("cli.intake.progress"), file=sys.stderr, hidden=hidden
    ) as bar:
        yield lambda: bar.update(1)


def _checked(results: Sequence[Result], config: Config, *, is_dry: bool) -> tuple[Result, ...]:
    """Add to each draft what `check` says of it."""
    drafts = {result.draft for result in results}
    if is_dry or not any(result.outcome is not Outcome.REFUSED for result in results):
        return tuple(results)
    try:
        found = _by_path(read(config).findings, drafts)
    except OSError:  # a full disk; what became of the submissions is said all the same
        return tuple(results)
    checked = tuple(result.checked(found) for result in results)
    for result in checked:
        if result.findings and result.outcome in (Outcome.CREATED, Outcome.REPLACED):
            _write_report(result, config)
    return checked


def _write_report(result: Result, config: Config) -> None:
    """Write the report beside a draft again, now with the findings: they need the whole library."""
    folder = (config.root / result.draft).with_suffix("")
    with suppress(OSError):  # the one that lies there lacks the findings, which `check` repeats
        write_whole(folder / text("intake_report.file"), as_file(result))


def _by_path(findings: Iterable[Finding], paths: set[str]) -> Mapping[str, tuple[Finding, ...]]:
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.path in paths:
            found[finding.path] = (*found.get(finding.path, ()), finding)
    return found


def _lines(results: Sequence[Result], lists: Sequence[tuple[str, ImportReport]]) -> Iterator[str]:
    for result in results:
        yield from lines(result)
    for name, report in lists:
        yield text("cli.intake.list", name=name)
        yield from report.lines()
    if not results and not lists:
        yield text("cli.intake.nothing")
    elif len(results) > 1:
        yield summary(results)
