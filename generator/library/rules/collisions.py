"""Two pages at one address: the second would overwrite the first."""

from collections.abc import Iterator

from generator.findings import Fault
from generator.library.library import Library
from generator.library.rules.placing import at_line
from generator.library.rules.uris import LISTS, SHORT, TERMS, generated, records


def check_collisions(library: Library) -> Iterator[Fault]:
    """Let no page stand where another, or a list of the program, stands. O(pages).

    Upper and lower case count as the same, as they do on many file systems.
    """
    taken = {uri.casefold(): "" for uri in generated()}
    folders = (*LISTS, *TERMS, SHORT)
    for uri, path in records(library):
        other = taken.setdefault(uri.casefold(), path)
        inside = path.startswith("docs/") and uri.casefold().startswith(folders)
        if other != path or inside:
            shown = other if other != path else ""
            variant = "" if shown else "generated"
            yield at_line(
                path, "url-collision", 1, address=uri or "/", other=shown, variant=variant
            )
