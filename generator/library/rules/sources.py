"""Sources: what a real entry says must be traceable."""

from collections.abc import Iterator

from generator.findings import Fault
from generator.library.case import Case
from generator.library.notice import Notice
from generator.library.rules.placing import at_key


def check_sources(record: Case | Notice) -> Iterator[Fault]:
    """Ask for the source of a real case or notice; a fictional one has none.

    Our own rule: no fact about a real organisation stands here without its origin.
    """
    fictional = record.front.demonstration
    if isinstance(record, Case):
        fictional = record.is_demonstration
    if not fictional and not record.front.sources:
        variant = "case" if isinstance(record, Case) else "notice"
        yield at_key(record.path, "source-missing", ("sources",), variant=variant)
