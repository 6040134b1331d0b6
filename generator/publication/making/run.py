"""Make what must be made, several at a time, and remember what each file was made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from generator.config import Config
from generator.digests import Signature, signature_of
from generator.errors import BiaoganError
from generator.keeping import keep, kept
from generator.pools import each
from generator.processes import available, can_fork
from generator.publication.making.product import Made, Product
from generator.publication.making.workshop import Workshop
from generator.publication.pdf.threads import is_used
from generator.strings import text
from generator.writing import make_folder, write_over

CACHE: Final = ".cache/documents"
"""What was made for which folder, below the project's root."""


class Known(NamedTuple):
    """A file as it was left."""

    key: bytes
    files: tuple[tuple[str, Signature], ...]
    """The file and those beside it, by path below the folder, with their signatures."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why some files were not made."""

    reason: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the products."""

    files: frozenset[str]
    """All that now lie in the folder and are right."""
    made: int
    failures: tuple[Failure, ...]


def state_path(config: Config, folder: Path) -> Path | None:
    """Give where it is kept what was made for a folder; None where nothing can be kept."""
    cache = config.root / CACHE
    try:
        make_folder(cache)
    except OSError:
        return None
    name = blake2b(str(folder.resolve()).encode("utf-8", "surrogateescape"), digest_size=8)
    return cache / name.hexdigest()


def make_all(
    products: Sequence[Product],
    folder: Path,
    workshop: Workshop,
    tell: Callable[[int], None] = lambda _count: None,
) -> Outcome:
    """Bring files up to date below a folder; `tell` hears of each that was looked after.

    A file that lies there as it was left, made from the same, stays. What fails stops nothing.
    Raises OSError when the disk refuses.
    """
    path = state_path(workshop.config, folder)
    before = _known(path)
    right = {one.path: before[one.path] for one in products if _is_right(one, before, folder)}
    tell(len(right))
    todo = [one for one in products if one.path not in right]
    make = partial(_made, folder, workshop)
    # A process that was forked beside Typst's threads cannot use it, and a library is not handed to
    # one that was started anew.
    alone = is_used() or not can_fork()
    processes = 1 if alone else available(workshop.config.processes)
    failed: dict[str, list[str]] = {}
    now = dict(right)
    results = each(make, todo, processes=processes, is_much=lambda _costs: len(todo) > 1)
    for product, found in zip(todo, results, strict=True):
        if isinstance(found, Known):
            now[product.path] = found
        else:
            failed.setdefault(found, []).append(product.path)
        tell(1)
    if path and now != before:
        keep(path, now)
    files = frozenset(name for known in now.values() for name, _ in known.files)
    failures = tuple(Failure(reason, tuple(paths)) for reason, paths in failed.items())
    return Outcome(files, len(todo) - sum(map(len, failed.values())), failures)


def _known(path: Path | None) -> Mapping[str, Known]:
    found = kept(path) if path else None
    return found if isinstance(found, dict) else {}


def _is_right(product: Product, before: Mapping[str, Known], folder: Path) -> bool:
    known = before.get(product.path)
    return bool(
        known
        and known.key == product.key
        and all(_signature(folder / name) == was for name, was in known.files)
    )


def _signature(path: Path) -> Signature | None:
    try:
        return signature_of(path.lstat())
    except OSError:
        return None


def _made(folder: Path, workshop: Workshop, product: Product) -> Known | str:
    """Make one and put it in its place; give how it was left, or why it could not be made."""
    try:
        made = product.make(workshop)
    except BiaoganError as error:
        return str(error)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is one document
        # A fault of ours in one document: the others are made all the same.
        return text(
            "publication.failed", path=product.path, reason=f"{type(error).__name__}: {error}"
        )
    made = made if isinstance(made, Made) else Made(made)
    place = product.path.rpartition("/")[0]
    beside = {f"{place}/{name}".lstrip("/"): data for name, data in made.beside.items()}
    return Known(product.key, tuple(_written(folder, {**beside, product.path: made.data})))


def _written(folder: Path, files: Mapping[str, bytes]) -> Iterable[tuple[str, Signature]]:
    for name, data in files.items():
        write_over(folder / name, data)
        yield name, signature_of((folder / name).lstat())
