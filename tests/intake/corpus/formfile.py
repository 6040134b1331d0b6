"""An application form as WordprocessingML: cover, promise, and all tables of the form of 2022."""

from collections.abc import Sequence
from typing import Final

from tests.intake.corpus.forms import (
    DIRECTIONS,
    INDUSTRIES,
    KINDS,
    OPINION_BY,
    PRIVATE,
    PRODUCTS,
    RECOMMENDERS,
    RIVALS,
    SIZES,
    UNTOUCHED,
    YEARS,
    Amounts,
    Form,
    Tick,
)
from tests.intake.corpus.wordml import paragraph, run

_CENTRED: Final = '<w:jc w:val="center"/>'
_BOLD: Final = "<w:b/>"
_MARKS: Final = {Tick.BOX: ("☑", "□"), Tick.ROOT: ("√", "□"), Tick.BLACK: ("■", "□")}
_WINGDINGS: Final = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_PROMISES: Final = (
    "1. 本单位自愿申报全国质量标杆。",
    "2. 递交的所有申报材料真实、有效，对因提供材料不实造成的后果，本单位承担全部责任。",
    "3. 自愿接受社会各界的监督。",
)


def cell(inner: str, columns: int = 1, merge: str = "") -> str:
    """Give a cell; `merge` is restart, continue or nothing."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inner = inner if inner.startswith(("<w:p>", "<w:sdt><w:sdtPr><w:block")) else paragraph(inner)
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{inner}</w:tc>"


def _texts(*words: str) -> list[str]:
    return [cell(run(one)) for one in words]


def _table(columns: int, rows: Sequence[Sequence[str]]) -> str:
    grid = f'<w:gridCol w:w="{8300 // columns}"/>' * columns
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _choice(options: Sequence[str], chosen: str) -> str:
    """Give a drop-down list; untouched, it shows its prompt."""
    items = "".join(f'<w:listItem w:displayText="{one}" w:value="{one}"/>' for one in options)
    prompt = "<w:showingPlcHdr/>" if chosen == UNTOUCHED else ""
    return (
        f"<w:sdt><w:sdtPr>{prompt}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{run(chosen)}</w:sdtContent></w:sdt>"
    )


def ticks(form: Form) -> str:
    """Give the runs of the directions."""
    if form.tick is Tick.LISTED:
        return run("、".join(form.ticked))
    return "".join(_tick(form.tick, name, on=name in form.ticked) for name in DIRECTIONS)


def _tick(way: Tick, name: str, *, on: bool) -> str:
    if way in _MARKS:
        return run(f"{_MARKS[way][0 if on else 1]}{name} ")
    if way is Tick.BEHIND_BOX:
        return run(f"□{'√' if on else ''}{name} ")
    if way is Tick.BEHIND_LABEL:
        return run(f"□{name}{'√' if on else ''} ")
    return _drawn_mark(way, on=on) + run(f"{name} ")


def _drawn_mark(way: Tick, *, on: bool) -> str:
    if way is Tick.CONTROL:
        state = (
            f'<w14:checkbox><w14:checked w14:val="{int(on)}"/>'
            '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        )
        return (
            f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{run('☒' if on else '☐')}"
            "</w:sdtContent></w:sdt>"
        )
    if way is Tick.SYMBOL:
        return f'<w:r><w:sym w:font="Wingdings 2" w:char="{"F052" if on else "F0A3"}"/></w:r>'
    if way is Tick.LETTER:
        return run("R" if on else "£", _WINGDINGS)
    checked = "<w:checked/>" if on else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/><w:checkBox><w:sizeAuto/>'
        f'<w:default w:val="0"/>{checked}</w:checkBox></w:ffData></w:fldChar></w:r>'
        + run(" FORMCHECKBOX ", tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _amounts(form: Form, label: str, name: str) -> list[str]:
    values = form.amount(name)
    pairs = list(zip(YEARS, values, strict=True))
    head = cell(run(f"{label}\n（单位：万元）"))
    if form.amounts is Amounts.LINE:
        line = "；".join(f"{year}年 {value}万元" for year, value in pairs)
        return [head, cell(run(line), 3)]
    gap = "：" if form.amounts is Amounts.COLON else "\n"
    cells = [cell(run(f"{year}年{gap + value if value else ''}")) for year, value in pairs]
    return [head, *cells]


def _application(form: Form) -> str:
    private = PRIVATE if form.is_filled else dict.fromkeys(PRIVATE, "")
    rows = [
        [*_texts("推荐单位"), cell(_choice(RECOMMENDERS, form.recommender), 3)],
        [*_texts("企业名称"), cell(run(form.enterprise), 3)],
        [
            *_texts("统一社会信用代码", private["统一社会信用代码"], "企业类型"),
            cell(_choice(KINDS, form.kind)),
        ],
        [
            *_texts("行业分类"),
            cell(_choice(INDUSTRIES, form.industry)),
            *_texts("组织规模"),
            cell(_choice(SIZES, form.size)),
        ],
        [*_texts("经验名称"), cell(run(form.title), 3)],
        [cell(run("申报方向\n（可多选）")), cell(ticks(form), 3)],
        _amounts(form, "近三年主营业务收入", "主营业务收入"),
        _amounts(form, "近三年利润总额", "利润总额"),
        _texts("联系人", private["联系人"], "部  门", "质量管理部"),
        _texts("职 务", "部长", "电话", private["电话"]),
        _texts("手机", private["手机"], "邮箱", private["邮箱"]),
        _texts("通讯地址", private["通讯地址"], "邮编", private["邮编"]),
    ]
    return _head("全国质量标杆申报表") + _table(4, rows)


def _head(words: str) -> str:
    return paragraph(run(words, f'{_BOLD}<w:sz w:val="32"/>'), _CENTRED)


def _management() -> str:
    rows = [[cell(run("主导产品/服务"), 2), *(cell(run(name), 2) for name in PRODUCTS)]]
    head = [cell(run("市场占有率"), merge="restart"), *_texts("年度")]
    rows.append([*head, *_texts(*("国内", "国际") * 3)])
    rows += [
        [cell("", merge="continue"), *_texts(f"{year}年", *("12.5%", "3.1%") * 3)] for year in YEARS
    ]
    for name in ("顾客满意度", "顾客忠诚度"):
        for year in YEARS:
            merge = "restart" if year == YEARS[0] else "continue"
            label = cell(run(name) if merge == "restart" else "", merge=merge)
            who = cell(run("□自评 ☑第三方调查 调查机构名称: 样本调查机构"), 3)
            rows.append([label, *_texts(f"{year}年"), cell(run("93.5"), 3), who])
    return _head("管理效益统计表") + _table(8, rows)


def _economic(form: Form) -> str:
    head = ("序号", "项 目", "单位", "2019 年", "2020 年", "2021 年")
    beside = ("2021 年行业平均水平", "2021 年行业最佳水平", "2021 年本企业名次")
    rows = [_texts(*head, *beside)]
    rows += [
        _texts(str(number), row.name, row.unit, *row.values, *row.beside)
        for number, row in enumerate(form.economic, start=1)
    ]
    return (
        _head("经济效益统计表")
        + _table(9, rows)
        + paragraph(run("注：非制造业可根据实际情况删减。"))
    )


def _rest(form: Form) -> str:
    years = tuple(f"{year} 年" for year in YEARS)
    social = [_texts("项目", *years)]
    social += [
        _texts(name, "带动上游企业改进", "同上", "建立联合实验室" if form.is_filled else "")
        for name in (
            "对产业链与供应链发展的贡献情况",
            "降低环境污染方面的情况",
            "有效利用资源方面的情况",
        )
    ]
    rivals = [
        _texts(
            "序号",
            "产品/服务名称",
            "竞争对手/标杆名称",
            "市场份额",
            "主要优势\n(含产品/服务质量水平评价)",
        )
    ]
    if form.is_filled:
        rivals += [_texts(str(number), *rival) for number, rival in enumerate(RIVALS, start=1)]
    person, phone, mobile, mail = OPINION_BY if form.is_filled else ("", "", "", "")
    opinion = [
        [*_texts("推荐单位"), cell(_choice(RECOMMENDERS, form.recommender), 3)],
        _texts("联系人", person, "电话", phone),
        _texts("手机", mobile, "电子邮箱", mail),
        [cell(run("推荐意见：\n\n（盖章）\n      年   月   日"), 4)],
    ]
    return (
        _head("社会效益统计表")
        + _table(4, social)
        + _head("主要竞争对手和标杆名录")
        + _table(5, rivals)
        + _head("全国质量标杆推荐表")
        + _table(4, opinion)
    )


def form_body(form: Form) -> str:
    """Give the whole form as the body of a document."""
    cover = (
        _head("2022 年全国质量标杆申报书")
        + paragraph(run(f"企业名称：{form.enterprise or '_____'}（盖章）"))
        + paragraph(run(f"推荐单位：{form.recommender if form.is_filled else '_____'}"))
        + paragraph(run("填表日期：2022年6月20日" if form.is_filled else "填表日期：  年  月  日"))
    )
    promise = _head("全国质量标杆申报承诺书") + "".join(paragraph(run(one)) for one in _PROMISES)
    signed = paragraph(run(f"企业名称：{form.enterprise}（盖章）")) + paragraph(run("高层签字："))
    management = _management() if form.is_filled else ""
    return (
        cover + promise + signed + _application(form) + management + _economic(form) + _rest(form)
    )
