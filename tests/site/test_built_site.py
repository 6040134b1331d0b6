"""The built site as a browser meets it: every link lands, nothing foreign or unsafe."""

from pathlib import Path

import pytest

from tests.safety import unsafe_things
from tests.site.tools import PageFacts, is_foreign, pages, target

REAL_ENTERPRISES = ("九牧厨卫股份有限公司", "上海三菱电梯有限公司", "超越科技股份有限公司")


@pytest.fixture(scope="module")
def facts(real_site: Path) -> dict[str, PageFacts]:
    return dict(pages(real_site))


def test_every_internal_link_and_anchor_resolves(
    real_site: Path, facts: dict[str, PageFacts]
) -> None:
    broken = []
    checked = 0
    for page, known in facts.items():
        for address in (*known.links, *known.resources):
            if is_foreign(address) or page == "404.html":
                continue
            path, anchor = target(page, address)
            checked += 1
            if not (real_site / path).is_file():
                broken.append(f"{page} → {address}")
            elif anchor and path in facts and anchor not in facts[path].ids:
                broken.append(f"{page} → {address} (anchor)")
    assert not broken, "\n".join(broken[:40])
    assert checked > 1000


def test_ids_are_unique_on_every_page(facts: dict[str, PageFacts]) -> None:
    repeated = {page: k.ids for page, k in facts.items() if len(k.ids) != len(set(k.ids))}
    assert not repeated


def test_no_page_loads_anything_from_another_host(facts: dict[str, PageFacts]) -> None:
    foreign = {
        (page, address)
        for page, known in facts.items()
        for address in known.resources
        if is_foreign(address)
    }
    assert not foreign


def test_no_page_holds_anything_that_could_execute(real_site: Path) -> None:
    found = {
        path.relative_to(real_site).as_posix(): things
        for path in sorted(real_site.rglob("*.html"))
        if (things := unsafe_things(path.read_text(encoding="utf-8"), shell=True))
    }
    assert not found


def test_the_site_holds_the_real_entries_the_demonstration_and_the_notices(
    real_site: Path,
) -> None:
    text = (real_site / "enterprises" / "index.html").read_text(encoding="utf-8")
    for enterprise in REAL_ENTERPRISES:
        assert enterprise in text
    assert len(list((real_site / "cases").glob("*-d[0-9][0-9]/index.html"))) >= 6
    assert len(list((real_site / "notices").glob("[12]*/index.html"))) >= 5


def test_every_page_has_one_title_and_one_level_1_heading(facts: dict[str, PageFacts]) -> None:
    for page, known in facts.items():
        head = known.html.partition("</head>")[0]  # a chart below has a title of its own
        assert head.count("<title>") == 1, page
        assert known.tags.count("h1") == 1, page


def test_no_navigation_tree_of_all_cases(facts: dict[str, PageFacts]) -> None:
    home = facts["index.html"]
    assert sum("cases/" in address for address in home.links) < 40
