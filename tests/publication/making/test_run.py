"""What is made again and what stays, and that one failure stops nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Config
from generator.digests import digest_of
from generator.errors import BiaoganError
from generator.keeping import keep
from generator.publication.making.product import Made, Product
from generator.publication.making.run import Outcome, make_all, state_path
from generator.publication.making.workshop import Workshop
from tests.toy import library as toy


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return replace(toy.config(tmp_path), processes=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


def product(path: str, content: str) -> Product:
    return Product(path, digest_of(content.encode()), lambda _workshop: content.encode())


def broken(path: str, error: Exception) -> Product:
    def make(_workshop: Workshop) -> bytes:
        raise error

    return Product(path, b"key", make)


def run(config: Config, folder: Path, *products: Product) -> Outcome:
    return make_all(products, folder, Workshop(config))


def test_every_product_is_written(config: Config, folder: Path) -> None:
    outcome = run(config, folder, product("a.txt", "one"), product("b/c.txt", "two"))
    assert outcome == Outcome(frozenset({"a.txt", "b/c.txt"}), 2, ())
    assert (folder / "b/c.txt").read_text("ascii") == "two"


def test_nothing_is_made_twice(config: Config, folder: Path) -> None:
    products = product("a.txt", "one"), product("b.txt", "two")
    run(config, folder, *products)
    assert run(config, folder, *products).made == 0


def test_only_what_is_made_from_something_else_is_made(config: Config, folder: Path) -> None:
    run(config, folder, product("a.txt", "one"), product("b.txt", "two"))
    outcome = run(config, folder, product("a.txt", "one"), product("b.txt", "changed"))
    assert outcome.made == 1
    assert (folder / "b.txt").read_text("ascii") == "changed"


@pytest.mark.parametrize("harm", ["edit", "remove", "folder"])
def test_a_hand_in_the_folder_is_seen(config: Config, folder: Path, harm: str) -> None:
    one = product("a.txt", "one")
    run(config, folder, one)
    (folder / "a.txt").unlink()
    if harm == "edit":
        (folder / "a.txt").write_text("mine", "ascii")
    elif harm == "folder":
        (folder / "a.txt").mkdir()
    assert run(config, folder, one).made == 1
    assert (folder / "a.txt").read_text("ascii") == "one"


def test_files_beside_count_too(config: Config, folder: Path) -> None:
    one = Product("a/a.html", b"key", lambda _workshop: Made(b"text", {"picture.png": b"dots"}))
    assert run(config, folder, one).files == {"a/a.html", "a/picture.png"}
    (folder / "a/picture.png").unlink()
    assert run(config, folder, one).made == 1
    assert (folder / "a/picture.png").read_bytes() == b"dots"


def test_what_fails_stops_no_other_and_is_tried_again(config: Config, folder: Path) -> None:
    bad = broken("b.pdf", BiaoganError("no font")), broken("c.pdf", BiaoganError("no font"))
    outcome = run(config, folder, product("a.txt", "one"), *bad)
    assert outcome.files == {"a.txt"}
    assert outcome.made == 1
    assert [(one.reason, one.paths) for one in outcome.failures] == [
        ("no font", ("b.pdf", "c.pdf"))
    ]
    assert run(config, folder, product("b.pdf", "now")).made == 1


def test_our_own_fault_names_the_file_and_is_no_traceback(config: Config, folder: Path) -> None:
    failure = run(config, folder, broken("b.pdf", KeyError("x"))).failures[0]
    assert "b.pdf" in failure.reason
    assert "KeyError" in failure.reason


def test_a_damaged_memory_counts_as_none(config: Config, folder: Path) -> None:
    one = product("a.txt", "one")
    run(config, folder, one)
    path = state_path(config, folder)
    assert path
    path.write_bytes(path.read_bytes()[:-3])
    assert run(config, folder, one).made == 1
    keep(path, ["something", "else"])
    assert run(config, folder, one).made == 1


def test_each_folder_is_remembered_for_itself(config: Config, folder: Path) -> None:
    one = product("a.txt", "one")
    run(config, folder, one)
    other = folder.with_name("other")
    assert run(config, other, one).made == 1
    assert run(config, folder, one).made == 0


def test_progress_hears_of_every_product(config: Config, folder: Path) -> None:
    products = [product(f"{name}.txt", name) for name in "abc"]
    run(config, folder, products[0])
    told: list[int] = []
    make_all(products, folder, Workshop(config), told.append)
    assert sum(told) == 3
