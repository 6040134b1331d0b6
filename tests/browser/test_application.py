"""The applications in a real browser: typing, checking, keeping, a case's facts, and attacks."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import expect

from tests.browser.applying import (
    APPLICATION,
    CODE,
    HOSTILE,
    LATER,
    ON_PAPER,
    SOON,
    TOO_WIDE,
    TYPED,
    VISIT,
    fault,
    fill,
    finish,
    press,
    shown_on_paper,
    stored,
)
from tests.browser.test_axe import violations
from tests.browser.visiting import READERS, WITHOUT_SCRIPTS, Windows

pytestmark = pytest.mark.needs("chromium")

CASE = "2022-d01"


def words_of(path: Path) -> str:
    """Give all text of a Word file, that of its content controls too."""
    body = Document(BytesIO(path.read_bytes())).element.body
    ends = {qn("w:br"): "\n", qn("w:p"): "\n"}
    return "".join(
        node.text or "" if node.tag == qn("w:t") else ends.get(node.tag, "") for node in body.iter()
    )


def test_a_filled_form_becomes_a_word_file_with_every_value(
    windows: Windows, guarded_site: str, tmp_path: Path
) -> None:
    with windows.visiting(guarded_site) as visit:
        page = visit.open(VISIT)
        fill(page)
        finish(page)
        expect(page.locator("#result-name")).to_be_focused()
        with page.expect_download() as coming:
            press(page, "word")
        path = tmp_path / "form.docx"
        coming.value.save_as(path)
        assert coming.value.suggested_filename == f"现场对标申请-{TYPED['applicant']}.docx"
        words = words_of(path)
        for value in ON_PAPER.values():
            assert value in words, value
        expect(page.locator("[data-result] [data-outcome]")).to_contain_text("已生成")
        assert visit.all_complaints() == []
        assert all(request.method == "GET" for request in visit.requests)


def test_a_word_file_that_cannot_be_made_is_told(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        visit.page.route("**/visit.docx", lambda route: route.fulfill(status=404, body=""))
        page = visit.open(VISIT)
        fill(page)
        finish(page)
        press(page, "word")
        expect(page.locator("[data-result] [data-outcome]")).to_contain_text("没能生成 Word")
        assert stored(page)["values"]["applicant"] == TYPED["applicant"]


JUDGEMENTS: Final[Mapping[str, Mapping[str, str]]] = {
    "applicant": {"": "请填写“企业名称”", "长" * 61: "现在 61 字，请删去 1 字", "𠮷" * 60: ""},
    "credit_code": {
        CODE[:-1]: "现在是 17 位",
        CODE[:-1] + "4": "校验位不对",
        CODE.replace("0", "O", 1): "没有 I、O、S、V、Z",
        f" {CODE.lower()} ": "",
    },
    "contact_mail": {"name@example": "邮箱写法不对", HOSTILE: "邮箱写法不对", "a.b@c.example": ""},
    "contact_phone": {"12345": "电话写法不对", "+86 (27) 0000-0000 转 12": ""},
    "date_from": {"2020-01-01": "已经过去", SOON: ""},
    "people": {"六": "请填整数", "201": "1 到 200", "６": ""},
    "remark": {"字" * 501: "最多 500 字", "": ""},
}
"""Field → what is typed → what is said of it; "" where nothing is."""


def test_a_field_is_checked_when_it_is_left(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        for key, judgements in JUDGEMENTS.items():
            field = page.locator(f"#{key}")
            for typed, said in judgements.items():
                before = fault(page, key)
                field.fill(typed)
                assert before or fault(page, key) == "", "not before it is left"
                field.blur()
                found = fault(page, key)
                assert said in found, (key, typed)
                assert bool(said) == bool(found), (key, typed)
                assert (field.get_attribute("aria-invalid") == "true") is bool(said), (key, typed)
            described = (field.get_attribute("aria-describedby") or "").split()
            assert f"fault-{key}" in described


def test_once_left_a_field_is_checked_with_every_key(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        page.locator("#people").fill("0")
        page.locator("#people").blur()
        assert "1 到 200" in fault(page, "people")
        page.locator("#people").press("End")
        page.keyboard.type("x")
        assert "请填整数" in fault(page, "people")
        page.locator("#people").fill("10")
        assert fault(page, "people") == ""
        page.locator("#date_from").fill(LATER)
        page.locator("#date_to").fill(SOON)
        page.locator("#date_to").blur()
        assert f"不能早于前面所填的 {LATER}" in fault(page, "date_to")
        page.locator("#date_from").fill(SOON)
        assert fault(page, "date_to") == "", "the other day changed, and with it the judgement"
        page.locator("#wish").fill("𠮷\n字")
        assert page.locator("#count-wish").inner_text() == "3/800 字"


def test_the_keyboard_leads_from_the_summary_to_every_mistake(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        fill(page, contact_mail="x", people="")
        page.locator("[data-do=finish]").focus()
        page.keyboard.press("Enter")
        summary = page.locator("[data-faults]")
        expect(summary).to_be_focused()
        expect(summary.locator(".heading")).to_have_text("有 2 处要改：")
        assert "电子邮箱：邮箱写法不对" in summary.inner_text()
        assert page.locator("[data-result]").is_hidden()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#contact_mail")).to_be_focused()
        page.keyboard.press("Control+a")
        page.keyboard.type("a@example.com")
        page.keyboard.press("Enter")  # sends nothing and goes nowhere
        assert page.url == site + VISIT
        page.locator("#people").fill("3")
        page.locator("[data-do=finish]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#result-name")).to_be_focused()
        assert summary.is_hidden()
        page.locator("#agree").uncheck()
        press(page, "word")
        expect(summary).to_contain_text("请勾选承诺")


def test_what_is_typed_stays_and_serves_the_other_forms(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        fill(page)
        page.reload()
        for key, value in TYPED.items():
            expect(page.locator(f"#{key}")).to_have_value(value)
        expect(page.locator("#agree")).to_be_checked()
        page.locator("[data-other-form]").first.click()
        expect(page.locator("h1")).to_have_text("标杆经验推广应用申请表")
        expect(page.locator("#wish")).to_have_value(TYPED["wish"])
        expect(page.locator("#agree")).not_to_be_checked()
        page.locator("#plan").fill("第一步")
        page.go_back()
        page.locator("#remark").fill("又一句")
        assert stored(page)["values"]["plan"] == "第一步", "what another form asks is kept"
        assert shown_on_paper(page) == {**ON_PAPER, "remark": "又一句"}
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.locator("[data-do=clear]").click()
        expect(page.locator("#applicant")).to_have_value(TYPED["applicant"])
        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("[data-do=clear]").click()
        expect(page.locator("#applicant")).to_have_value("")
        assert page.evaluate("localStorage.length") == 0
        assert shown_on_paper(page) == {}
        assert visit.all_complaints() == []


def test_another_window_of_the_reader_follows(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        other = page.context.new_page()
        other.goto(f"{site}{APPLICATION}import/")
        other.locator("#wish").fill(TYPED["wish"])
        expect(page.locator("#wish")).to_have_value(TYPED["wish"])
        assert shown_on_paper(page) == {"wish": TYPED["wish"]}
        other.close()


def test_a_case_brings_its_facts_and_can_be_removed(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(f"{APPLICATION}?case={CASE}")
        expect(page.locator("[data-case-said]")).to_contain_text("虚构的演示经验")
        page.get_by_role("link", name="现场对标申请", exact=True).click()
        expect(page).to_have_url(f"{site}{VISIT}?case={CASE}")
        expect(page.locator("#case_id")).to_have_value(CASE)
        expect(page.locator("#case_title")).to_have_value("构建数字孪生驱动的过程质量预测管控模式")
        expect(page.locator("#case_enterprise")).to_have_value("示例智行汽车电子有限公司")
        expect(page.locator("#case_edition")).to_have_value("2022 年，国家级，虚构演示")
        expect(page.locator("#case_address")).to_have_value(f"{site}cases/{CASE}/")
        assert page.locator("#case_title").get_attribute("readonly") is not None
        page.locator("[data-other-form]").last.click()
        expect(page).to_have_url(f"{site}{APPLICATION}pairing/?case={CASE}")
        expect(page.locator("[data-do=remove]")).to_be_visible()
        page.locator("[data-do=remove]").click()
        expect(page.locator("#case_title")).to_be_focused()
        expect(page.locator("#case_title")).to_have_value("")
        expect(page.locator("#case_title")).to_be_editable()
        assert page.url == f"{site}{APPLICATION}pairing/"
        assert visit.all_complaints() == []


@pytest.mark.needs("npm:axe-core")
def test_faults_are_clean_and_fit(windows: Windows, guarded_site: str) -> None:
    with windows.visiting(guarded_site) as visit:
        page = visit.open(f"{VISIT}?case={CASE}")
        finish(page)
        expect(page.locator("[data-faults]")).to_be_focused()
        found = []
        for reader in READERS:
            visit.become(reader)
            expect(page.locator("[data-faults]")).to_be_visible()
            found += [f"{reader}: {violation}" for violation in violations(page)]
            assert page.evaluate(TOO_WIDE) <= 0, reader
        assert not found, "\n".join(found)
        assert visit.all_complaints() == []


def test_on_paper_there_is_the_form_with_what_was_typed(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        expect(page.locator(".paper-form")).to_be_hidden()
        page.locator("#wish").fill(TYPED["wish"])
        page.emulate_media(media="print")
        expect(page.locator("[data-shown=wish]")).to_be_visible()
        assert page.locator("[data-shown=wish]").inner_text() == TYPED["wish"]
        expect(page.locator("form.needs-js")).to_be_hidden()
        expect(page.locator(".seals")).to_contain_text("推荐单位意见（盖章）")


def test_without_scripts_there_is_an_empty_form(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open(VISIT)
        assert "浏览器没有运行脚本" in page.locator("main").inner_text()
        expect(page.locator(".paper-form")).to_be_visible()
        expect(page.locator("[data-do=finish]")).to_be_hidden()
        expect(page.locator("a[download]")).to_have_attribute(
            "href", "../../../platform/application/visit.docx"
        )
        page = visit.open(APPLICATION)
        assert "下载空白表" in page.locator("main").inner_text()
        assert page.locator("a[download]").count() == 3
        assert visit.complaints == []
