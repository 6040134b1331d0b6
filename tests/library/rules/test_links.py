"""Links between pages and to anchors."""

import pytest

from generator.library.body import Body, Heading, Reference
from generator.library.document import Document, DocumentFrontMatter
from generator.library.rules.links import check_links
from tests.library.rules.samples import body, case, context, library, lines, notice

FILES = {"cases/2022/2022-001/form.csv", "cases/2022/form.csv", "cases/2022/2022-007.md"}
FILES |= {"cases/2022/2022-d07.md", "cases/2022/2022-001/notes.md", "README.md"}
FILES |= {"notices/2022-x.md", "docs/broken.md", "cases/2022/2022-001/index.html"}


def linking(*targets: str) -> Body:
    links = tuple(Reference(target, "见", 20, 3) for target in targets)
    return body(("实施成效", ""), links=links)


def found(target: str, status: str = "approved", path: str = "2022-001") -> list[str]:
    records = library(
        case(path, linking(target), status=status),
        case("2022-002", Body(html='<figure id="图1">'), status="approved"),
        case("2022-003", body(("概况", "")), status="publicity"),
        case("2022-004", status="approved"),
        notice("2022-call", "call"),
        Document("docs/about.md", DocumentFrontMatter(title="关于")),
    )
    return lines(check_links(records, context(exists=FILES.__contains__)))


@pytest.mark.parametrize(
    "target",
    [
        "2022-002.md",
        "2022-002.md#图1",
        "2022-002.md#%E5%9B%BE1",
        "#实施成效",
        "2022-004.md#何处",
        "../../notices/2022-call.md",
        "../../docs/about.md",
        "2022-001/form.csv",
        "2022-007.md",
        "../../notices/2022-x.md",
        "../../docs/broken.md",
        "https://example.org/",
        "mailto:qmb@example.org",
        "javascript:alert(1)",
    ],
)
def test_good_links(target: str) -> None:
    assert found(target) == []


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("2022-009.md", "link-broken 20:3"),
        ("../2022-002.md", "link-broken 20:3"),
        ("2022-001/x.csv", "link-broken 20:3"),
        ("form.csv", "link-broken 20:3 unpublished"),
        ("2022-001/index.html", "link-broken 20:3 unpublished"),
        ("2022-001/notes.md", "link-broken 20:3 unpublished"),
        ("../../README.md", "link-broken 20:3 unpublished"),
        ("2022-003.md", "link-broken 20:3 unbuilt"),
        ("2022-d07.md", "link-broken 20:3 unbuilt"),
        ("/cases/2022-002/", "link-broken 20:3 rooted"),
        ("../../../x.md", "link-broken 20:3 outside"),
        ("", "link-broken 20:3 empty"),
        ("#实施背景", "link-anchor 20:3"),
        ("2022-002.md#图2", "link-anchor 20:3"),
    ],
)
def test_bad_links(target: str, fault: str) -> None:
    assert found(target) == [fault]


def test_what_is_not_built_may_link_to_what_is_not_built() -> None:
    assert found("2022-003.md", status="draft") == []
    assert found("2022-009.md", status="draft") == ["link-broken 20:3"]


def test_anchors_of_all_levels_count() -> None:
    page = Body(html="<p>", headings=(Heading(4, "校准", "校准", 3),))
    records = library(case("2022-001", linking("2022-002.md#校准")), case("2022-002", page))
    assert lines(check_links(records, context())) == []
