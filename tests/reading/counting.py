"""A library that is read with a memory, and what is told of a reading."""

from typing import Any

from generator.config import Config
from generator.library.body import Body, Reference
from generator.reading.library import Reading, read_library
from generator.reading.packs import Page
from generator.reading.remembering import remembered
from tests.reading.toy import CASE, EDITION, NOTICE

READ: list[str] = []
"""Files whose body was rendered by this process."""
WITH_PICTURE = CASE + "\n![图](2022-002/a.png)\n"
FILES = {
    "cases/2021/edition.yml": EDITION.replace("2022", "2021"),
    "cases/2021/2021-001.md": CASE.replace("year: 2022", "year: 2021"),
    "cases/2021/2021-002.md": CASE.replace("year: 2022", "year: 2021"),
    "cases/2022/2022-001.md": CASE,
    "cases/2022/2022-002.md": WITH_PICTURE,
    "cases/2022/2022-003.md": CASE + "更多。\n",
    "notices/2022-call.md": NOTICE,
    "docs/about.md": "---\ntitle: 关于\n---\n\n正文。\n",
    "cases/redirects.yml": "old/: cases/2022-001/\n",
}
CASES_2021 = {"cases/2021/2021-001.md", "cases/2021/2021-002.md"}
CASES_2022 = {f"cases/2022/2022-00{number}.md" for number in (1, 2, 3)}
OTHERS = {"notices/2022-call.md", "docs/about.md"}
ALL = CASES_2021 | CASES_2022 | OTHERS


def counted_body(path: str, markdown: str, first_line: int) -> Body:
    """Note who is rendered; all pictures are those that the text names."""
    READ.append(path)
    named = "a.png" in markdown
    images = (Reference("2022-002/a.png", "图", first_line, 1),) if named else ()
    return Body(html=f"<p>{path} {markdown}</p>", images=images)


def read(config: Config) -> tuple[Reading, set[str]]:
    """Read, and tell which files were rendered; each at most once."""
    READ.clear()
    with remembered(config) as memory:
        reading = read_library(config, counted_body, memory)
    assert len(READ) == len(set(READ))
    return reading, set(READ)


def told(reading: Reading) -> dict[str, Any]:
    """Give all that is known of a reading, texts included."""
    library = reading.library
    held: list[Page] = [
        *library.cases.values(),
        *library.notices.values(),
        *library.documents.values(),
    ]
    return {
        "records": {one.path: one.front for one in held},
        "texts": {one.path: (one.body.html, one.body.headings, one.body.digest) for one in held},
        "references": {one.path: (one.body.links, one.body.images) for one in held},
        "order": [*library.cases, *library.notices, *library.documents],
        "editions": dict(library.editions),
        "redirects": dict(library.redirects),
        "findings": reading.findings,
        "broken": reading.broken,
        "facts": reading.facts,
        "asked": dict(reading.asked),
    }


def anew(config: Config) -> dict[str, Any]:
    """Read without a memory."""
    return told(read_library(config, counted_body))


def edit(config: Config, path: str, text: str) -> None:
    (config.root / path).parent.mkdir(parents=True, exist_ok=True)
    (config.root / path).write_text(text, encoding="utf-8")
