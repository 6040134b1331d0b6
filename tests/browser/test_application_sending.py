"""An application by mail, and by POST to a real server: only what was confirmed, only once."""

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.applying import (
    APPLICATION,
    HOSTILE,
    TOO_WIDE,
    TYPED,
    VISIT,
    fill,
    finish,
    press,
    stored,
)
from tests.browser.server import served
from tests.browser.test_axe import violations
from tests.browser.visiting import LIGHT, PHONE, Visit, Windows, visiting
from tests.site.tools import build, copy_toy

pytestmark = pytest.mark.needs("chromium")

MAILBOX = "office@example.org"
SENT = "[data-sent]"


@dataclass
class Office:
    """A server that takes applications."""

    port: int
    status: int = 200
    taken: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Every request's method."""
    answers: threading.Event = field(default_factory=threading.Event)
    """Not set: no request is answered."""

    @property
    def host(self) -> str:
        """Give its name as pages say it."""
        return f"127.0.0.1:{self.port}"


def handler(office: Office) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def _answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "Content-Type")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_OPTIONS(self) -> None:
            office.asked.append("OPTIONS")
            self._answer(204)

        def do_POST(self) -> None:
            office.asked.append("POST")
            office.headers.append(dict(self.headers))
            office.taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            office.answers.wait(20)
            self._answer(office.status)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    return Handler


@contextmanager
def working(office: Office) -> Iterator[Office]:
    """Let the server take and answer while the block runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", office.port), handler(office))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    office.answers.set()
    try:
        yield office
    finally:
        office.answers.set()
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.fixture
def office(port: int) -> Iterator[Office]:
    with working(Office(port)) as found:
        yield found


@pytest.fixture(scope="module")
def own_site(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give a small site whose operator takes applications by mail and by POST."""
    project = copy_toy(tmp_path_factory.mktemp("office") / "project")
    path = project / "mkdocs.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    address = f"http://127.0.0.1:{port}/apply"
    config["plugins"][0]["biaogan"]["applications"] = {"mail": MAILBOX, "address": address}
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    with served(build(project, project.parent / "site")) as root:
        yield root


def ready(visit: Visit, **changed: str) -> Page:
    """Fill the form of a visit and finish it."""
    page = visit.open(VISIT)
    fill(page, **changed)
    finish(page)
    expect(page.locator("#result-name")).to_be_focused()
    return page


def foreign(visit: Visit) -> list[str]:
    """Give the requests to other hosts."""
    return [request.url for request in visit.requests if not request.url.startswith(visit.root)]


def test_nothing_is_sent_before_the_second_click(
    windows: Windows, own_site: str, office: Office
) -> None:
    with windows.visiting(own_site) as visit:
        page = ready(visit)
        expect(page.locator("[data-do=send]")).to_have_text(f"在线提交到 {office.host}")
        page.locator("[data-do=send]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-confirm] h4")).to_be_focused()
        listed = page.locator("[data-confirm] dd").all_inner_texts()
        assert set(TYPED.values()) <= set(listed)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("[data-confirm]")).to_be_hidden()
        expect(page.locator("[data-do=send]")).to_be_focused()
        press(page, "send")
        page.locator("#remark").fill("改了")
        expect(page.locator("[data-confirm]")).to_be_hidden()
        assert office.asked == []
        assert foreign(visit) == []


def test_what_was_confirmed_is_sent_exactly_and_once(
    windows: Windows, own_site: str, office: Office
) -> None:
    with windows.visiting(own_site) as visit:
        page = ready(visit)
        office.answers.clear()
        press(page, "send")
        page.locator("[data-do=confirm]").dblclick()
        expect(page.locator(SENT)).to_contain_text("正在提交")
        expect(page.locator("[data-do=send]")).to_be_disabled()
        office.answers.set()
        expect(page.locator(SENT)).to_contain_text(f"已提交到 {office.host}")
        page.reload()
        finish(page)
        press(page, "send")
        expect(page.locator(SENT)).to_contain_text("不必再次提交")
        assert office.asked.count("POST") == 1
        (message,) = office.taken
        assert {key: value for key, value in message["values"].items() if value} == TYPED
        assert (message["format"], message["form"], message["agreed"]) == (
            "biaogan-application",
            "visit",
            True,
        )
        assert message["page"] == f"{own_site}{VISIT}"
        assert not {"Cookie", "Referer"} & set(office.headers[0])
        page.locator("#remark").fill(HOSTILE)
        press(page, "send")
        press(page, "confirm")
        expect(page.locator(SENT)).to_contain_text("已提交到")
        assert office.taken[1]["values"]["remark"] == HOSTILE
        assert office.taken[1]["id"] != message["id"]


def test_a_refusal_is_told_and_nothing_is_lost(
    windows: Windows, own_site: str, office: Office
) -> None:
    with windows.visiting(own_site) as visit:
        page = ready(visit)
        office.status = 503
        press(page, "send")
        press(page, "confirm")
        expect(page.locator(SENT)).to_contain_text("没有接收（状态 503）")
        assert stored(page)["values"]["wish"] == TYPED["wish"]
        office.status = 200
        press(page, "send")
        press(page, "confirm")
        expect(page.locator(SENT)).to_contain_text("已提交到")
        assert office.taken[0]["id"] == office.taken[1]["id"], "the repetition can be recognised"


def test_a_server_that_is_away_is_told(windows: Windows, own_site: str, port: int) -> None:
    with windows.visiting(own_site) as visit:
        page = ready(visit)
        press(page, "send")
        press(page, "confirm")
        expect(page.locator(SENT)).to_contain_text(f"没能连上 127.0.0.1:{port}")
        expect(page.locator("[data-do=send]")).to_be_enabled()


def test_a_server_that_does_not_answer_is_told(
    browser: Browser, own_site: str, office: Office
) -> None:
    with visiting(browser, own_site) as visit:
        visit.page.clock.install()
        page = ready(visit)
        office.answers.clear()
        press(page, "send")
        press(page, "confirm")
        expect(page.locator(SENT)).to_contain_text("正在提交")
        page.clock.fast_forward(19_000)
        expect(page.locator(SENT)).to_contain_text("正在提交")
        page.clock.fast_forward(2_000)
        expect(page.locator(SENT)).to_contain_text("20 秒内没有答复")
        assert stored(page)["values"]["wish"] == TYPED["wish"]


def check_mail(page: Page, typed: str) -> None:
    """Read what the mail to the office says of an applicant."""
    address = page.locator("[data-do=mail]").get_attribute("href") or ""
    assert len(address) <= 1800
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", MAILBOX)
    asked = parse_qs(parts.query, strict_parsing=True)
    assert set(asked) == {"subject", "body"}
    assert asked["subject"] == [f"现场对标申请：{typed}"]
    (body,) = asked["body"]
    assert f"\r\n企业名称：{typed}\r\n" in body
    assert body.endswith("（请在发送前把刚才下载的 Word 申请表作为附件加入。）")
    assert "\n" not in body.replace("\r\n", "")
    assert "+" not in parts.query, "mail programs do not read it as a space"
    full = page.locator("#mail-text").text_content() or ""
    assert all(value in full for value in {**TYPED, "applicant": typed}.values())


def test_the_mail_says_the_facts_exactly_and_is_short(windows: Windows, own_site: str) -> None:
    with windows.visiting(own_site) as visit:
        page = ready(visit)
        for typed in (HOSTILE, "甲" * 30, "a&b=c?d#e%0A+f"):
            page.locator("#applicant").fill(typed)
            check_mail(page, typed)


def test_a_long_mail_is_cut_between_characters(windows: Windows, own_site: str) -> None:
    with windows.visiting(own_site) as visit:
        page = visit.open(VISIT)
        fill(page, applicant="𠮷" * 60, industry="𡃁" * 40, region="👍" * 40)
        address = page.locator("[data-do=mail]").get_attribute("href") or ""
        assert len(address) <= 1800
        body = unquote(address.partition("&body=")[2])
        assert "�" not in body
        assert "……\r\n（请在发送前" in body


@pytest.mark.needs("npm:axe-core")
def test_the_result_is_clean_and_fits(windows: Windows, own_site: str, office: Office) -> None:
    with windows.visiting(own_site) as visit:
        page = ready(visit)
        press(page, "send")
        page.locator("details summary").click()
        for reader in (LIGHT, PHONE):
            visit.become(reader)
            expect(page.locator("[data-confirm]")).to_be_visible()
            assert violations(page) == [], reader
            assert page.evaluate(TOO_WIDE) <= 0, reader
        assert office.asked == []


def test_where_nothing_is_configured_nothing_is_offered(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = ready(visit)
        assert "本页不发送任何内容" in page.locator("[data-result]").inner_text()
        assert page.locator("[data-do=send], [data-do=mail]").count() == 0
        policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
        assert "connect-src 'self';" in policy
        assert visit.open(APPLICATION).locator("[data-form]").count() == 3
