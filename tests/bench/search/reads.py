"""What a client fetches that reads a database file over a network, page by page."""

from dataclasses import dataclass, field
from typing import Final

PAGE: Final = 4096


@dataclass
class Reads:
    """Which pages were read."""

    pages: set[int] = field(default_factory=set)
    requests: int = 0
    _last: int = -2

    def note(self, amount: int, offset: int) -> None:
        """Note one read; a page that was read before is kept by a client."""
        for page in range(offset // PAGE, (offset + amount - 1) // PAGE + 1):
            if page not in self.pages:
                self.requests += page != self._last + 1
                self.pages.add(page)
                self._last = page

    def taken(self) -> tuple[int, int]:
        """Give pages and requests so far."""
        return len(self.pages), self.requests
