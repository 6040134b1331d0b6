"""Lists: whose entries stand in them, under which numbers, and what their notes say."""

from dataclasses import replace

import pytest

from generator.catalogue.dimensions import Dimension
from generator.library.ids import CaseId, EditionId, NoticeId
from generator.library.lifecycle import Status
from generator.pages.held import held_view
from generator.pages.inputs import Inputs
from generator.pages.lists import counted
from generator.publication.manuscripts.list import (
    list_title,
    notice_list,
    selection_list,
    year_list,
    year_lists,
)
from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.manuscripts.widths import column_shares, display_width
from generator.strings import text
from tests.pages import toy
from tests.publication.sheets.samples import DRAFT, IN_PUBLICITY, REVOKED, SITE, good_inputs


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return good_inputs(tmp_path_factory.mktemp("toy") / "good")


def column(made: ListManuscript, name: str) -> list[str]:
    place = made.columns.index(name)
    return [row[place] for group in made.groups for row in group.rows]


def test_a_year_has_its_groups_numbers_and_names_as_printed(inputs: Inputs) -> None:
    made = year_list(inputs, EditionId("2022"))
    assert made.title == "2022 年示例名单"
    assert [group.label for group in made.groups] == ["工业企业", "中小企业", "分组未载明"]
    assert column(made, "序号") == ["1", "2", "1", ""]
    assert made.address == f"{SITE}years/2022/#edition-2022"
    entry = inputs.catalogue.editions[EditionId("2022")]
    assert made.count == len(entry.case_ids) == entry.counted.total
    assert made.subtitle == held_view(entry).said


def test_only_listed_cases_stand_in_a_list(inputs: Inputs) -> None:
    everything = [str(case_id) for case_id in inputs.library.cases]
    assert {REVOKED, IN_PUBLICITY, DRAFT} < set(everything)
    hidden = [one for one in inputs.library.cases.values() if not one.is_listed]
    lists = [
        *(year_list(inputs, held) for held in inputs.catalogue.editions),
        *(notice_list(inputs, notice) for notice in inputs.library.notices.values()),
        selection_list(inputs, map(CaseId, everything), "全部"),
    ]
    for case in hidden:
        for made in lists:
            assert case.front.enterprise not in repr(made.groups) or any(
                case.front.enterprise == other.front.enterprise and other.is_listed
                for other in inputs.library.cases.values()
            )
    assert lists[-1].count == inputs.counted.total


def test_the_lists_of_a_year_hold_every_case_of_its_page_once(inputs: Inputs) -> None:
    for entry in inputs.catalogue.terms(Dimension.YEAR):
        lists = year_lists(inputs, int(entry.slug))
        assert sum(made.count for made in lists) == entry.count


def test_cases_of_no_round_have_a_list_of_their_own() -> None:
    library = toy.library()
    gone = replace(library, editions={})
    held = toy.inputs(gone)
    years = {case.front.year for case in held.catalogue.cases}
    lists = [made for year in years for made in year_lists(held, year)]
    assert sum(made.count for made in lists) == len(held.catalogue.cases)
    assert text("publication_list.stray", year=2022) in {made.title for made in lists}


def test_a_note_says_how_many_were_revoked_and_where(inputs: Inputs) -> None:
    made = year_list(inputs, EditionId("2020"))
    (note,) = (note for note in made.notes if "撤销" in note)
    assert f"{SITE}revocations/" in note
    assert "1 项" in note
    assert not any("撤销" in note for note in year_list(inputs, EditionId("2022")).notes)


def test_a_list_that_lacks_entries_says_so(inputs: Inputs) -> None:
    partial = text("publication_list.note.partial")
    for edition_id, held in inputs.catalogue.editions.items():
        known = held.announced
        lacks = known is not None and held.counted.real < known.total
        assert (partial in year_list(inputs, edition_id).notes) == lacks


def test_fictional_entries_are_marked_and_counted_apart(inputs: Inputs) -> None:
    made = year_list(inputs, EditionId("2022"))
    marked = [title for title in column(made, "经验名称") if title.startswith("〔演示〕")]
    entry = inputs.catalogue.editions[EditionId("2022")]
    assert len(marked) == entry.counted.demonstration == 1
    assert made.mark == text("publication_list.mark.some")
    assert made.notes[0] == text("publication_list.note.count", count=counted(entry.counted))
    fictional = selection_list(inputs, inputs.catalogue.fictional, "演示")
    assert fictional.mark == text("publication_list.mark.all")
    real = selection_list(inputs, [CaseId("2020-001")], "真实")
    assert real.mark == ""


def test_a_fictional_case_without_a_title_is_marked_too() -> None:
    case = toy.case("2022-d01", enterprise="示例甲有限公司", title="", demonstration=True)
    library = replace(toy.library(), cases={case.id: case}, notices={})
    made = selection_list(toy.inputs(library), [case.id], "x")
    assert column(made, "经验名称") == ["〔演示〕" + text("pages.case.no_title")]


def test_a_column_without_values_is_left_out() -> None:
    case = toy.case("2022-001", enterprise="示例甲有限公司", title="")
    library = replace(toy.library(), cases={case.id: case}, notices={})
    made = selection_list(toy.inputs(library), [case.id], "x")
    assert made.columns == ("序号", "年度", "企业名称")
    assert text("publication_list.note.untitled") in made.notes


def test_numbers_of_our_own_are_said_to_be_ours(inputs: Inputs) -> None:
    made = selection_list(inputs, inputs.library.cases, "全部")
    assert column(made, "序号") == [str(number) for number in range(1, made.count + 1)]
    assert text("publication_list.note.numbered") in made.notes
    assert text("publication_list.note.numbered") not in year_list(inputs, EditionId("2022")).notes


def test_the_recommender_and_the_focus_area_are_named_as_the_round_printed_them(
    inputs: Inputs,
) -> None:
    for edition_id, held in inputs.catalogue.editions.items():
        made = year_list(inputs, edition_id)
        cases = [inputs.library.cases[case_id] for case_id in held.case_ids]
        if any(case.recommender for case in cases):
            offices = [inputs.recommender(case).label for case in cases]
            assert column(made, "推荐单位") == offices
        printed = {one.area: one.label for one in held.edition.focus_areas}
        if not any(case.fields for case in cases):
            continue
        for case, said in zip(cases, column(made, "重点领域"), strict=True):
            names = said.split("、") if said else []
            assert len(names) == len(case.fields)
            for slug, name in zip(case.fields, names, strict=True):
                # A direction of the form that is no focus area of the round has its own label.
                assert name == printed.get(slug, inputs.term(Dimension.FOCUS_AREA, slug).label)


def test_a_notice_lists_what_it_names_and_says_what_is_withheld(inputs: Inputs) -> None:
    result = notice_list(inputs, inputs.library.notices[NoticeId("2022-10-20-result")])
    assert result.count == 3
    assert result.title == "2022 年示例名单"
    publicity = inputs.library.notices[NoticeId("2022-09-16-publicity")]
    made = notice_list(inputs, publicity)
    named = [inputs.library.cases[CaseId(one)] for one in publicity.front.cases]
    assert made.count == sum(case.is_listed for case in named)
    withheld = len(named) - made.count
    assert withheld
    assert text("publication_list.note.withheld", count=withheld) in made.notes


def test_a_notice_of_several_rounds_has_a_list_with_years(inputs: Inputs) -> None:
    notice = inputs.library.notices[NoticeId("2022-10-20-result")]
    front = notice.front.model_copy(update={"cases": ("2022-001", "2020-001")})
    made = notice_list(inputs, replace(notice, front=front))
    assert made.title == text("publication_list.unnamed")
    assert sorted(column(made, "年度")) == ["2020", "2022"]


def test_a_revocation_lists_nobody(inputs: Inputs) -> None:
    notice = inputs.library.notices[NoticeId("2023-03-15-revocation")]
    made = notice_list(inputs, notice)
    assert made.count == 0
    assert inputs.library.cases[CaseId(notice.front.cases[0])].front.status is Status.REVOKED


def test_the_name_of_a_list_is_that_of_its_round(inputs: Inputs) -> None:
    edition = inputs.library.editions[EditionId("2022")]
    named = {
        "2022 年全国质量标杆典型经验遴选": "2022 年全国质量标杆典型经验名单",
        "2018 年全国质量标杆活动": "2018 年全国质量标杆名单",
        "2012 年上海市质量标杆": "2012 年上海市质量标杆名单",
    }
    for title, expected in named.items():
        assert list_title(edition.model_copy(update={"title": title})) == expected


def test_the_shares_of_columns_fill_the_line_and_leave_numbers_whole(inputs: Inputs) -> None:
    made = selection_list(inputs, inputs.library.cases, "全部")
    shares = column_shares(made)
    assert sum(shares) == pytest.approx(1)
    # 序号 and 年度 stay on one line of 78 columns whatever stands beside them.
    assert all(share * 78 >= 4 for share in shares[:2])
    assert display_width(["ab", "标杆\n标"]) == 4
    assert display_width([]) == 0
