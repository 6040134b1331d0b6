"""What MkDocs says of a wrong mkdocs.yml, said again in Chinese."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import yaml

from generator.errors import ConfigurationError
from generator.settings import BiaoganConfig
from generator.strings import text
from generator.suggestions import nearest

_UNKNOWN: Final = re.compile(r"Unrecognised configuration name: (\S+)")
_OPTION: Final = re.compile(r"Plugin 'biaogan' option '(\w+)'")
_WITHIN: Final = re.compile(r"should not be within the '.*\(site_dir: '([^']*)'")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def said_by_mkdocs() -> Iterator[list[str]]:
    """Collect MkDocs's warnings and errors instead of printing them."""
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield collector.said
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagates


def check_syntax(path: Path) -> None:
    """Raise ConfigurationError with line and column when the file is no YAML mapping."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.MarkedYAMLError, UnicodeDecodeError, OSError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = text("cli.config.syntax", path=path, line=line, column=column)
        raise ConfigurationError(message) from error
    if not isinstance(node, yaml.MappingNode):
        raise ConfigurationError(text("cli.config.syntax", path=path, line=1, column=1))


def explain(path: Path, said: Sequence[str]) -> str:
    """Give one line in Chinese for what MkDocs said; its own words where we know no better."""
    for message in said:
        if within := _WITHIN.search(message):
            return text("cli.site_folder.sources", path=within[1])
        if unknown := _UNKNOWN.search(message):
            name = nearest(unknown[1], [key for key, _ in BiaoganConfig._schema])  # noqa: SLF001
            hint = text("cli.config.near", name=name) if name else ""
            return text("cli.config.unknown", path=path, key=unknown[1], hint=hint)
        if option := _OPTION.search(message):
            return text("cli.config.option", path=path, key=option[1])
    return text("cli.config.wrong", path=path, reason=" ".join(said))
