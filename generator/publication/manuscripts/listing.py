"""The list of a year or of a notice: what its printed form, its Excel file and the site count."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListGroup:
    """A group of the printed list."""

    label: str
    """Empty where the list has no groups."""
    rows: tuple[tuple[str, ...], ...]
    """A value for each column of the list."""


@dataclass(frozen=True, slots=True)
class ListManuscript:
    """A list as it is printed."""

    title: str
    subtitle: str
    """A line below the title, or empty."""
    columns: tuple[str, ...]
    groups: tuple[ListGroup, ...]
    notes: tuple[str, ...]
    """Lines below the table: counts, what the library lacks, where it comes from."""
    mark: str
    """Words that say that entries are fictional, or empty."""
    address: str
    """Absolute address of the page that shows the same list, or empty."""

    @property
    def count(self) -> int:
        """Give the number of entries."""
        return sum(len(group.rows) for group in self.groups)
