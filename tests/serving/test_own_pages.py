"""The preview's own pages: nothing of a project's texts is taken for HTML, and all are valid."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ConfigurationError, RefusedError
from generator.findings import Finding, Severity
from generator.serving import own_pages
from generator.serving.board import State
from generator.serving.problems import Problem, of_error

NASTY = "<img src=x onerror=alert(1)> \"&'"


@given(st.text(), st.text(), st.text())
def test_no_text_becomes_html(message: str, path: str, hint: str) -> None:
    problems = (Problem(message + NASTY, path + NASTY, 1, 2, hint + NASTY),)
    html = own_pages.problems_page(State("t", problems=problems))
    assert "<img" not in html
    assert html.count("<li>") == 1
    told = json.loads(own_pages.changes(State("t", problems=problems)))
    assert len(told["problems"]) == 1


def test_of_many_problems_the_first_are_shown_and_the_rest_counted() -> None:
    problems = tuple(Problem(f"第{number}处", "a.md", number) for number in range(1, 81))
    state = State("t", problems=problems)
    html = own_pages.problems_page(state)
    assert "有 80 处错误" in html
    assert "另有 30 处" in html
    told = json.loads(own_pages.changes(state))
    assert (len(told["problems"]), told["words"]["heading"]) == (50, "有 80 处错误")
    assert "30" in told["words"]["more"]


def test_a_page_made_while_something_is_wrong_asks_at_once() -> None:
    page = "<head></head>"
    assert 'data-state="t"' in own_pages.with_reload(page, State("t", "s"))
    wrong = own_pages.with_reload(page, State("t", "s", problems=(Problem("x"),)))
    assert 'data-state=""' in wrong
    assert 'data-site="s"' in wrong


def test_the_sheet_touches_nothing_of_the_site() -> None:
    sheet = own_pages.resource(own_pages.STYLE).decode()
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for chunk in re.findall(r"([^{}]+)\{", bare):
        selectors = [part.strip() for part in chunk.split(",")]
        assert all(part.startswith((".biaogan-", "@media")) for part in selectors), chunk


def test_errors_become_problems_and_warnings_do_not() -> None:
    found = [
        Finding("a.md", 3, 1, "title-too-long", severity, "太长", "请缩短")
        for severity in (Severity.ERROR, Severity.WARNING)
    ]
    assert [p.place for p in of_error(RefusedError("x", tuple(found)))] == ["a.md:3:1"]
    assert of_error(RefusedError("x", ())) == (Problem("x"),)
    assert of_error(ConfigurationError("设置有误")) == (Problem("设置有误"),)
    assert "KeyError" in of_error(KeyError())[0].message
