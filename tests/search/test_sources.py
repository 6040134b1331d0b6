"""What is indexed of a page: the same pieces that a reader, and a browser's script, finds there."""

from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from generator.cli.project import load_settings
from generator.library.body import Body
from generator.pages.inputs import Inputs
from generator.pages.plan import plan
from generator.rendering.markdown import render as render_body
from generator.search.folding import fold, fold_pieces
from generator.search.sources import (
    IndexSource,
    case_sources,
    notice_sources,
)
from generator.search.table import table_of
from generator.site import prepare
from tests.pages import toy
from tests.pages.rendering import render
from tests.search.answering import passages
from tests.site.tools import ROOT


def names(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE = names(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong"
    " sub sup time u var wbr"
)
VOID = names("br col hr img input link meta source track wbr")


class Found(HTMLParser):
    """The pieces of a page's elements with `data-found`, read as a browser's script reads them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces = [""]
        self.open: list[tuple[str, bool]] = []
        self.marks = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in INLINE or "data-found" in values:
            self.pieces.append("")
        if tag in VOID:
            return
        is_found = "data-found" in values or bool(self.open and self.open[-1][1])
        self.open.append((tag, is_found))
        self.marks += tag == "sup" and values.get("class") == "footnote-ref"

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open[-1][0] == tag, (tag, self.open)
        was_found = self.open.pop()[1]
        is_found = bool(self.open and self.open[-1][1])
        if tag not in INLINE or was_found != is_found:
            self.pieces.append("")
        self.marks -= bool(self.marks and tag == "sup")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] and not self.marks:
            self.pieces[-1] += data

    def folded(self) -> list[str]:
        return [folded for piece in self.pieces if (folded := fold(piece))]


def sources_of(inputs: Inputs) -> tuple[tuple[IndexSource, ...], tuple[IndexSource, ...]]:
    table = table_of(inputs.library, inputs.catalogue)
    return case_sources(inputs.catalogue, table), notice_sources(inputs.catalogue)


@cache
def libraries() -> tuple[Inputs, ...]:
    """Give the real library and two small ones, read once for all tests."""
    config = load_settings(str(ROOT / "mkdocs.yml"))
    real = prepare(config)
    return (
        Inputs.of(real.library, real.catalogue, config),
        toy.inputs(),
        toy.inputs(toy.library("<b>甲 & 乙、丙</b>")),
    )


def test_every_passage_stands_on_the_page_where_it_is_marked() -> None:
    looked_at = 0
    for inputs in libraries():
        pages = {page.uri: page for page in plan(inputs.library, inputs.catalogue, inputs.config)}
        table = table_of(inputs.library, inputs.catalogue)
        cases, notices = sources_of(inputs)
        terms = [*table.names_of_rows(), *([()] * len(notices))]
        for source, labels in zip((*cases, *notices), terms, strict=True):
            pieces = Found(render(pages[source.uri])).folded()
            known = {fold(name) for name in (*labels, *others_of(inputs, source))}
            for text in map(fold, passages(source)):
                assert any(text in piece for piece in pieces), (source.uri, text)
                looked_at += 1
            for name in map(fold, (*source.names, *source.labels)):
                assert name in known or any(name in piece for piece in pieces), (source.uri, name)
            assert source.folded() == fold_pieces(
                (*source.names, *source.labels, *passages(source))
            )
    assert looked_at > 1000


def others_of(inputs: Inputs, source: IndexSource) -> tuple[str, ...]:
    """Give the names of a case's enterprise, which the finder's columns hold."""
    case = next((c for c in inputs.catalogue.cases if f"cases/{c.id}/" == source.uri), None)
    firm = inputs.catalogue.enterprises[case.id] if case else None
    return (firm.name, *firm.other_names) if firm else ()


def test_the_page_marks_nothing_that_is_not_indexed() -> None:
    for inputs in libraries():
        pages = {page.uri: page for page in plan(inputs.library, inputs.catalogue, inputs.config)}
        for source in [source for group in sources_of(inputs) for source in group]:
            text = source.folded()
            for piece in Found(render(pages[source.uri])).folded():
                assert all(part in text for part in piece.split("·")), (source.uri, piece)


def test_only_listed_cases_and_notices_are_documents() -> None:
    inputs = toy.inputs()
    cases, notices = sources_of(inputs)
    listed = {f"cases/{case.id}/" for case in inputs.library.cases.values() if case.is_listed}
    assert {source.uri for source in cases} == listed
    assert len(listed) < len(inputs.library.cases)
    dated = [inputs.library.notices[source.uri.split("/")[1]].dated for source in notices]  # type: ignore[index]
    assert dated == sorted(dated)
    assert len(notices) == len(inputs.library.notices)


def test_no_contact_of_a_notice_is_indexed() -> None:
    for inputs in libraries():
        _, notices = sources_of(inputs)
        for source in notices:
            front = inputs.library.notices[source.uri.split("/")[1]].front  # type: ignore[index]
            body = " ".join(passages(replace(source, told=())))
            for contact in (front.contact_office, front.contact_address):
                told = [*source.names, *source.told]
                assert not contact or contact in body or contact not in told


BODY = """前言，先说 *一句*。

## 一、企业概况

企业有**11 家**工厂[^1]。

- 一项 `x<y`
- 二项

| 甲 | 乙 |
|---|---|
| 1 | 2 |

## 实施成效 & 体会

### 质量

末段。

[^1]: 注文。
"""


def test_a_passage_is_a_block() -> None:
    html = render_body(BODY, first_line=1, publish=lambda _: None, numbered=True).html
    told = "前言，先说 一句。|一、企业概况|企业有11 家工厂。|一项 x<y|二项|甲|乙|1|2"
    told += "|二、实施成效 & 体会|（一）质量|末段。|注文。"
    assert passages(source(html=html)) == told.split("|")


def source(**changed: object) -> IndexSource:
    known: dict[str, object] = {
        "uri": "cases/x/",
        "names": ("甲",),
        "labels": (),
        "told": (),
        "body": Body("<p>乙</p>"),
    }
    if "html" in changed:
        known["body"] = Body(str(changed.pop("html")))
    return IndexSource(**{**known, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {"names": ("甲", "乙"), "html": ""},
        {"names": ()},
        {"names": (), "labels": ("甲",)},
        {"labels": ("乙",), "html": ""},
        {"told": ("丙",)},
        {"html": "<p>丙</p>"},
        {"html": "<p>\ud800</p>"},
    ],
)
def test_a_digest_changes_with_what_is_found(changed: dict[str, object]) -> None:
    assert len(source().digest()) == 32
    assert source(**changed).digest() != source().digest()


def test_a_digest_does_not_change_with_the_address() -> None:
    assert source(uri="cases/y/").digest() == source().digest()
