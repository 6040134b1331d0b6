"""Compiled templates that are kept: used when all is the same, and never when it is not."""

from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment

from generator.template_cache import TemplateCache

SOURCES = {"a.html": "<p>{{ word }}", "b.html": "<b>{{ word }}"}


class Counting(Environment):
    """Counts what is compiled."""

    compiled = 0

    def _compile(self, source: str, filename: str) -> CodeType:
        """Compile, and count."""
        self.compiled += 1
        return super()._compile(source, filename)


def environment(folder: Path, stamp: bytes = b"1", sources: dict[str, str] = SOURCES) -> Counting:
    return Counting(loader=DictLoader(sources), bytecode_cache=TemplateCache(folder, stamp))


def test_what_was_compiled_is_not_compiled_again(tmp_path: Path) -> None:
    first, again = environment(tmp_path), environment(tmp_path)
    for env in (first, again):
        assert env.get_template("a.html").render(word="x") == "<p>x"
        assert env.get_template("b.html").render(word="x") == "<b>x"
    assert (first.compiled, again.compiled) == (2, 0)


def test_another_stamp_or_source_is_compiled(tmp_path: Path) -> None:
    environment(tmp_path).get_template("a.html")
    stamped = environment(tmp_path, b"2")
    assert stamped.get_template("a.html").render(word="x") == "<p>x"
    edited = environment(tmp_path, b"2", {"a.html": "<i>{{ word }}"})
    assert edited.get_template("a.html").render(word="x") == "<i>x"
    assert (stamped.compiled, edited.compiled) == (1, 1)
    assert len([*tmp_path.iterdir()]) == 1  # one file a template, however often it changes


@pytest.mark.parametrize("at", [0, 10, 40, 200])
def test_damaged_code_is_compiled_anew(tmp_path: Path, at: int) -> None:
    environment(tmp_path).get_template("a.html")
    (path,) = tmp_path.iterdir()
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    env = environment(tmp_path)
    assert env.get_template("a.html").render(word="x") == "<p>x"
    assert env.compiled == 1


def test_where_nothing_can_be_kept_all_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    env = environment(tmp_path / "file" / "below" / "code")
    assert env.get_template("a.html").render(word="x") == "<p>x"
    assert (tmp_path / "file").read_bytes() == b""
