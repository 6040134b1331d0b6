"""The benchmarking: its page without a script, its index, and the files of what cases state."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.library.case import Case, Indicator
from generator.library.lifecycle import Direction, Status
from generator.pages import routes
from generator.pages.platform.benchmarking import (
    BENCHMARKING,
    INDEX,
    benchmarking_view,
    benchmarking_with,
)
from generator.pages.platform.indicator_statements import MOST, files_of, statements, stating
from generator.pages.platform.offers import case_offers
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render, shell
from tests.safety import unsafe_things

HOSTILE = "</script><b>\"'&=1+1"
PLAIN: Mapping[str, Any] = {"name": "Scrap", "unit": "%", "values": {2021: 1.0}}


def row(**values: object) -> Indicator:
    return Indicator.model_validate({**PLAIN, **values})


def held(*cases: Case) -> dict[str, Any]:
    """Give the page, the index and the files of a library of these cases."""
    library = replace(toy.library(), cases={case.id: case for case in cases}, notices={})
    pages = toy.planned(library)
    files = [uri for uri in pages if uri.startswith(f"{BENCHMARKING}statements-")]
    return {
        "page": render(pages[BENCHMARKING]),
        "index": json.loads(render(pages[INDEX])),
        "files": [json.loads(render(pages[uri])) for uri in files],
    }


def test_a_statement_has_its_first_and_its_last_year() -> None:
    (said,) = statements(
        toy.case(
            "2022-001",
            indicators=(
                row(
                    values={2021: 1.5, 2019: 2.5, 2020: 0.5},
                    industry_average=2.0,
                    industry_best=0,
                    direction=Direction.LOWER,
                ),
            ),
        )
    )
    assert said[1:] == ("Scrap", "%", -1, 2019, 2.5, 2021, 1.5, 2.0, 0)


def test_a_direction_that_nobody_typed_is_none() -> None:
    for values, sign in (({}, 0), ({"direction": "higher"}, 1), ({"direction": "lower"}, -1)):
        (said,) = statements(toy.case("2022-001", indicators=(row(**values),)))
        assert said.direction == sign


def test_an_indicator_without_a_value_states_nothing_and_one_counts_once() -> None:
    first, again = row(name="设备综合效率"), row(name="OEE", values={2021: 9.0})
    case = toy.case("2022-001", indicators=(row(values={}), first, again))
    assert [said.name for said in statements(case)] == ["设备综合效率"]


def test_only_listed_cases_are_benchmarks() -> None:
    cases = [
        toy.case(f"2022-00{place}", indicators=(row(),), status=status)
        for place, status in enumerate(Status)
    ]
    (file,) = held(*cases)["files"]
    listed = [case.id for case in cases if case.front.status is Status.APPROVED]
    assert [case[0] for case in file["cases"]] == listed
    assert len(file["statements"]) == 1


def test_a_file_names_cases_and_indicators_once() -> None:
    twice = (row(direction="lower"), row(name="Yield", unit=""))
    found = held(
        toy.case("2022-001", indicators=twice, industry="38", enterprise="Firm"),
        toy.case("2022-d01", indicators=(row(industry_best=1), row(unit="‰")), industry="38"),
    )
    (file,) = found["files"]
    assert file["indicators"] == [
        ["Scrap", "%", "scrap|ppm", 10_000],
        ["Yield", "", "yield|", 1],
    ]
    assert [case[:5] for case in file["cases"]] == [
        ["2022-001", "Title 2022-001", "Firm", "cases/2022-001/", 0],
        ["2022-d01", "Title 2022-d01", "Firm", "cases/2022-d01/", 1],
    ]
    assert file["cases"][0][5] == "38"
    assert file["statements"] == [
        [0, 0, -1, 2021, 1.0, 2021, 1.0, None, None],
        [0, 1, 0, 2021, 1.0, 2021, 1.0, None, None],
        [1, 0, 0, 2021, 1.0, 2021, 1.0, None, 1.0],
    ]


def test_the_index_counts_the_cases_of_divisions_and_sections() -> None:
    found = held(
        toy.case("2022-001", indicators=(row(),), industry="38"),
        toy.case("2022-d01", indicators=(row(),), industry="38"),
        toy.case("2022-003", indicators=(row(),)),
        toy.case("2022-004", industry="38"),
    )["index"]
    counts = {one["slug"]: (one["real"], one["demonstration"]) for one in found["industries"]}
    assert counts["38"] == (1, 1)
    assert all(count == (1, 1) for count in counts.values())
    (file,) = found["files"]
    assert set(file["industries"]) == set(counts)
    assert all(found["words"].values())
    assert {one["group"] for one in found["form"]} == {"economic", "management"}


def test_files_are_bounded_and_small_industries_share_one() -> None:
    def case(number: int, industry: str) -> Case:
        rows = tuple(row(name=f"N{place}") for place in range(10))
        return toy.case(f"2022-{number:05}", indicators=rows, industry=industry)

    cases = [case(number, "13" if number < 400 else str(14 + number % 9)) for number in range(600)]
    cases.sort(key=lambda one: one.industry)
    files = files_of(cases)
    assert [one for file in files for one in file] == cases
    assert all(sum(len(one.front.indicators) for one in file) <= MOST for file in files)
    assert len(files) <= 6
    small = {one.industry for file in files for one in file} - {"13"}
    for industry in small:
        assert sum(any(one.industry == industry for one in file) for file in files) == 1
    assert files_of(()) == ()


def test_a_file_of_a_large_library_stays_small() -> None:
    """10,000 cases with ten indicators: 67 files; the largest is what a reader loads first."""
    rows = tuple(
        row(
            name=f"每百台早期故障数{place}",
            values={2019: 96.21, 2020: 97.33, 2021: 98.12},
            industry_average=95.5,
            industry_best=99.1,
            direction="higher",
        )
        for place in range(10)
    )
    firm, title = "示例精密轴承股份有限公司", "基于关键特性根因分析的磨削过程控制实践"
    found = held(
        *(
            toy.case(
                f"2022-{number:05}",
                indicators=rows,
                industry="38",
                enterprise=f"{firm}{number}",
                title=title,
            )
            for number in range(150)
        )
    )
    (file,) = found["files"]
    assert len(file["statements"]) == MOST
    assert len(json.dumps(file, ensure_ascii=False).encode()) < 160_000


def test_without_a_script_the_page_lists_what_the_library_holds() -> None:
    cases = [
        toy.case(f"2022-00{place}", indicators=(row(direction="lower"),)) for place in range(5)
    ]
    shown = held(*cases, toy.case("2022-d01", indicators=(row(name="Yield"),)))["page"]
    listed = shown[shown.index("<noscript>") : shown.index("</noscript>")]
    assert text("pages.platform.benchmarking.no_script") in listed
    assert listed.index("Scrap") < listed.index("Yield")
    assert listed.count('href="../../cases/2022-00') == 3
    assert '<a href="../../cases/2022-d01/">' in listed
    assert text("pages.mark.demonstration") in listed
    assert unsafe_things(shown, shell=True) == []


def test_the_list_is_bounded_and_says_so() -> None:
    rows = tuple(row(name=f"N{place}") for place in range(130))
    inputs = toy.inputs(
        replace(toy.library(), cases={"2022-001": toy.case("2022-001", indicators=rows)})  # type: ignore[dict-item]
    )
    view = benchmarking_view(inputs, stating(inputs))
    assert len(view.held) == 100
    assert view.held_said == text("pages.platform.benchmarking.held_cut", all=130, shown=100)


def test_cases_that_disagree_give_no_direction() -> None:
    inputs = toy.inputs(
        replace(
            toy.library(),
            notices={},
            cases={
                case.id: case
                for case in (
                    toy.case("2022-001", indicators=(row(direction="lower"), row(name="A"))),
                    toy.case("2022-002", indicators=(row(direction="higher"),)),
                )
            },
        )
    )
    view = benchmarking_view(inputs, stating(inputs))
    assert [line.direction for line in view.held] == ["", ""]


def test_a_case_that_states_something_leads_to_its_industry() -> None:
    case = toy.case("2022-001", indicators=(row(),), industry="38")
    silent = toy.case("2022-002", industry="38")
    unfiled = toy.case("2022-003", indicators=(row(),))
    revoked = toy.case("2022-004", indicators=(row(),), industry="38", status=Status.REVOKED)
    address = f"{BENCHMARKING}?industry=38"
    assert [benchmarking_with(one) for one in (case, silent, unfiled, revoked)] == [
        address,
        "",
        "",
        "",
    ]
    assert address in [link.uri for link in case_offers(case)]
    assert address not in [link.uri for link in case_offers(silent)]


def test_hostile_names_are_data() -> None:
    found = held(
        toy.case("2022-001", indicators=(row(name=HOSTILE),), title=HOSTILE, enterprise=HOSTILE)
    )
    assert found["files"][0]["indicators"][0][0] == HOSTILE
    assert HOSTILE not in found["page"]
    assert unsafe_things(found["page"], shell=True) == []


def test_a_library_without_indicators_has_the_form_alone() -> None:
    found = held(toy.case("2022-001"))
    assert found["files"] == []
    assert found["index"]["industries"] == []
    assert "<table" not in found["page"]


def test_only_this_page_loads_the_script_and_its_files_are_not_indexed() -> None:
    site = shell()
    known = {field: getattr(site, field) for field in site.__slots__}
    service = ("benchmarking", "assets/service-benchmarking.js")
    site = type(site)(**{**known, "services": (service,)})
    pages = toy.planned()
    assert "service-benchmarking.js" in render(pages[BENCHMARKING], site)
    assert "service-benchmarking.js" not in render(pages[routes.HOME], site)
    assert not any(page.indexed for uri, page in pages.items() if uri.endswith(".json"))
