"""Who a case is: its id, its folder, its year, its level, and whether it is fictional."""

from collections.abc import Iterator, Sequence

from generator.findings import Fault
from generator.library.case import Case
from generator.library.edition import EDITION_FILE
from generator.library.ids import edition_of, is_demonstration_id
from generator.library.notice import Notice
from generator.library.rules.context import Context
from generator.library.rules.markings import words
from generator.library.rules.placing import at_key, at_line


def check_identity(case: Case, context: Context) -> Iterator[Fault]:
    """Compare a case's id, year and level with its folder's edition.

    Our own rule: the folder is the edition (a selection round), the file name is the permanent id.
    """
    if edition_of(case.id) != case.edition:
        yield at_line(case.path, "id-edition-mismatch", 1, id=case.id, edition=case.edition)
    edition = context.editions.get(case.edition)
    if edition is None:
        # An edition.yml that is there but makes no record is reported at its own faults.
        if not context.exists(f"{case.path.rpartition('/')[0]}/{EDITION_FILE}"):
            yield at_line(case.path, "edition-missing", 1, edition=case.edition, variant="case")
        return
    front = case.front
    if front.year != edition.year:
        yield at_key(
            case.path, "year-edition-mismatch", ("year",), year=front.year, expected=edition.year
        )
    if front.level is not edition.level:
        yield at_key(
            case.path,
            "level-edition-mismatch",
            ("level",),
            edition=edition.title,
            variant=edition.level.value,
        )


def check_demonstration(case: Case) -> Iterator[Fault]:
    """Let the d of the id, the flag and the enterprise's name agree.

    Our own rule: a fictional case must never be taken for a real one, nor the other way round.
    """
    marked, flagged = is_demonstration_id(case.id), case.front.demonstration
    if marked and not flagged:
        yield at_line(case.path, "demonstration-mark", 1, id=case.id, variant="flag")
    elif flagged and not marked:
        yield at_key(case.path, "demonstration-mark", ("demonstration",), id=case.id, variant="id")
    if (marked or flagged) and not is_fictional(case.front.enterprise):
        yield at_key(
            case.path,
            "demonstration-mark",
            ("enterprise",),
            name=case.front.enterprise,
            variant="name",
        )


def is_fictional(enterprise: str) -> bool:
    """Tell whether an enterprise's name says that it is made up."""
    return any(word in enterprise for word in words("demonstration_names"))


def check_notice_edition(notice: Notice, context: Context) -> Iterator[Fault]:
    """Let a notice name an edition that there is."""
    edition = notice.front.edition
    is_known = edition in context.editions or context.exists(f"cases/{edition}/{EDITION_FILE}")
    if edition and not is_known:
        yield at_key(
            notice.path, "edition-missing", ("edition",), edition=edition, variant="notice"
        )


def check_identities(files: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    """Yield a fault for every file (path, id) whose id, whatever its case, another file has."""
    first: dict[str, str] = {}
    for path, name in files:
        other = first.setdefault(name.casefold(), path)
        if other != path:
            yield at_line(path, "id-duplicate", 1, id=name, other=other)
