"""Documents that nobody would write: read within bounds, or refused; never another exception."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.intake.form.front_matter import front_matter
from generator.intake.form.labels import cut, is_title, label_key, split
from generator.intake.form.ticks import read_choice
from generator.intake.remarks import RefusedDocumentError
from tests.intake.form.samples import (
    Xml,
    form_of,
    national,
    p,
    tbl,
    tc,
    tr,
    vocabularies,
    write_docx,
)
from tests.intake.form.samples import read as read_file

TITLE = p("2022年全国质量标杆申报书")
FACTS = tbl(tr("企业名称", "示例公司"), tr("组织规模", "大型"))

_NAMES = ("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "sdtPr", "tcPr", "trPr", "fldChar")
_SMALL = ("gridSpan", "vMerge", "hMerge", "gridBefore", "showingPlcHdr", "sym", "rPr", "ffData")
_WORDS = (
    "企业名称",
    "经验名称：示例",
    "2019年",
    "12",
    "☑大型",
    "经济效益统计表",
    "行业平均",
    "市场占有率",
)


def _node(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(children, max_size=4).map("".join)
    return st.builds("<w:{0}>{1}</w:{0}>".format, st.sampled_from(_NAMES), inside)


LEAVES = st.one_of(
    st.builds(
        '<w:{} w:val="{}"/>'.format,
        st.sampled_from(_SMALL),
        st.sampled_from(["", "continue", "restart", "-1", "3", "99999999999", "x", "\u0663"]),
    ),
    st.sampled_from([f"<w:p><w:r><w:t>{word}</w:t></w:r></w:p>" for word in _WORDS]),
    st.sampled_from([str(tr(*_WORDS[:3])), str(tr(*_WORDS[2:6])), str(tr("项目", "2019", "2020"))]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.recursive(LEAVES, _node, max_leaves=25), max_size=6))
def test_any_tree_is_survived(tmp_path: Path, body: list[str]) -> None:
    form = form_of(tmp_path, TITLE, FACTS, *body)
    assert form.is_form
    front, remarks = front_matter(form, national(), vocabularies())
    assert front["year"] == 2022
    assert all(remark.worded() for remark in remarks)


@given(st.text(alphabet="企业名称推荐单位联系人电话：:（( )\n；1示例公司", max_size=60))
def test_titles_in_any_text(text: str) -> None:
    label_key(text)
    is_title(text)
    assert len(cut(text).replace("\n", "")) <= len(text)
    assert sum(len(part.label) + len(part.value) for part in split(text)) <= len(text)


def test_a_cell_of_enormous_width(tmp_path: Path) -> None:
    wide = tc("", extra='<w:gridSpan w:val="1000000000"/>')
    assert form_of(tmp_path, TITLE, FACTS, tbl(tr("经验名称", wide, "示例"))).is_form


def test_a_table_of_many_rows(tmp_path: Path) -> None:
    rows = [tr("经验名称", "示例")] * 5_000
    started = time.perf_counter()
    form = form_of(tmp_path, TITLE, FACTS, tbl(*rows))
    assert len(form.facts["title"]) < 400
    assert time.perf_counter() - started < 10


def test_tables_nested_as_deep_as_a_parser_goes(tmp_path: Path) -> None:
    inner: Xml = p("")
    for _ in range(60):
        inner = Xml(f"<w:tbl><w:tr><w:tc>{inner}{p('经验名称')}</w:tc></w:tr></w:tbl>")
    assert form_of(tmp_path, TITLE, FACTS, inner).is_form


def test_elements_nested_as_deep_as_a_parser_goes(tmp_path: Path) -> None:
    deep = Xml("<w:sdt><w:sdtContent>" * 120 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 120)
    assert form_of(tmp_path, TITLE, FACTS, deep).is_form
    deeper = Xml("<w:sdt><w:sdtContent>" * 2_000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 2_000)
    with pytest.raises(RefusedDocumentError):
        form_of(tmp_path, TITLE, FACTS, deeper)


@pytest.mark.parametrize(
    "text",
    [
        *(" " * 19_000, "（" * 19_000, "□√" * 9_000, "联系 " * 6_000, "：" * 19_000),
        *("2022年6月1日 " * 1_500, "（盖章） " * 3_000, "1,234" * 3_800, "市场占有率" * 3_800),
        *("2019年" * 3_800, "（a）：" * 4_000, "竞争对手" * 4_000, "_ " * 9_000, "公司 " * 6_000),
    ],
)
def test_no_pattern_runs_away(tmp_path: Path, text: str) -> None:
    rows = (
        tr("经验名称", text),
        tr("行业", text),
        tr("近三年营业收入（万元）", text),
        tr(text, text),
    )
    table = tbl(("项目", "2019年", "2020年"), (text, text, text))
    started = time.perf_counter()
    form_of(tmp_path, TITLE, p(text), FACTS, tbl(*rows), p("经济效益统计表"), table, p(text))
    read_choice(text)
    assert time.perf_counter() - started < 10


def test_a_document_of_one_wrong_root(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", p("质量标杆申报书"))
    assert not read_file(path).is_form
