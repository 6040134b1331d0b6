"""The preview's own pages and what it adds to the site's: all addresses begin with `.biaogan/`."""

import json
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from generator.library.case import Case
from generator.pages import routes
from generator.pages.inputs import full_title
from generator.serving.board import State
from generator.serving.problems import Problem
from generator.strings import labels, text

FOLDER: Final = ".biaogan/"
"""No page of a site can have such an address: hidden files are not published."""
CHANGES: Final = f"{FOLDER}changes"
DRAFTS: Final = f"{FOLDER}drafts/"
SCRIPT: Final = f"{FOLDER}reload.js"
STYLE: Final = f"{FOLDER}preview.css"
RESOURCES: Final = (SCRIPT, STYLE)
SHOWN: Final = 50
"""Problems on a page; the terminal has them all."""


def resource(uri: str) -> bytes:
    """Give the script or the sheet."""
    return files("generator.serving").joinpath(uri.removeprefix(FOLDER)).read_bytes()


def with_reload(html: str, state: State) -> str:
    """Let a page of the site come again when it is old, and show what is wrong."""
    return html.replace("</head>", f"{_head(state, is_own=False)}</head>", 1)


def with_notice(html: str, case: Case | None) -> str:
    """Mark a page that only the preview has: of a case that is not public, or due to such."""
    words = (
        text("cli.serve.page.draft", status=labels("status")[case.front.status])
        if case
        else text("cli.serve.page.from_drafts")
    )
    notice = (
        f'<div class="biaogan-draft" role="note">{escape(words)}'
        f'<a href="/{DRAFTS}">{escape(text("cli.serve.page.drafts"))}</a></div>\n'
    )
    return html.replace("<main ", f"{notice}<main ", 1)


def waiting_page(state: State) -> str:
    """Give the page that is shown until the first reading is done."""
    key = "reading_count" if state.reading else "reading"
    lead = escape(text(f"cli.serve.page.{key}", count=state.reading))
    body = f'<p class="biaogan-busy" role="status">{lead}</p>'
    return _page(text("cli.serve.page.waiting"), body, _head(state, is_own=True))


def problems_page(state: State, problems: tuple[Problem, ...] = ()) -> str:
    """Give the page that lists what stands in the way; of the state, or of one page."""
    found = problems or state.problems
    lead = escape(text("cli.serve.page.failed_lead"))
    body = f"<p>{lead}</p>\n{_list(found)}"
    return _page(_heading(found), body, _head(state, is_own=True))


def drafts_page(state: State, cases: Iterable[Case]) -> str:
    """Give the list of the cases that are not public."""
    rows = "\n".join(_draft(case) for case in cases)
    lead = escape(text("cli.serve.page.drafts_lead" if rows else "cli.serve.page.no_drafts"))
    body = (
        f'<p>{lead}</p>\n<ul class="biaogan-drafts">\n{rows}\n</ul>' if rows else f"<p>{lead}</p>"
    )
    home = f'\n<p><a href="/">{escape(text("cli.serve.page.home"))}</a></p>'
    return _page(text("cli.serve.page.drafts"), body + home, _head(state, is_own=True))


def changes(state: State) -> bytes:
    """Give what an open page asks for: whether it is old, and what is wrong."""
    problems = [
        {"place": problem.place, "message": problem.message, "hint": problem.hint}
        for problem in state.problems[:SHOWN]
    ]
    words = {
        "heading": _heading(state.problems),
        "lead": text("cli.serve.page.stays"),
        "hint": text("cli.report.hint"),
        "close": text("cli.serve.page.close"),
        "more": _more(state.problems),
    }
    told = {"state": state.token, "site": state.site, "problems": problems, "words": words}
    return json.dumps(told, ensure_ascii=False).encode(errors="replace")


def _heading(problems: tuple[Problem, ...]) -> str:
    return text("cli.serve.page.failed", count=len(problems))


def _more(problems: tuple[Problem, ...]) -> str:
    left = len(problems) - SHOWN
    return text("cli.serve.page.more", count=left) if left > 0 else ""


def _list(problems: tuple[Problem, ...]) -> str:
    rows = "\n".join(_problem(problem) for problem in problems[:SHOWN])
    more = _more(problems)
    below = f"\n<p>{escape(more)}</p>" if more else ""
    return f'<ul class="biaogan-problems">\n{rows}\n</ul>{below}'


def _problem(problem: Problem) -> str:
    place = f"<b>{escape(problem.place)}</b>" if problem.path else ""
    hint = text("cli.report.hint") + problem.hint if problem.hint else ""
    last = f"<small>{escape(hint)}</small>" if hint else ""
    return f"<li>{place}<span>{escape(problem.message)}</span>{last}</li>"


def _draft(case: Case) -> str:
    address = escape("/" + routes.encoded(routes.case(case.id)))
    status = escape(labels("status")[case.front.status])
    title = escape(full_title(case))
    return (
        f'<li><a href="{address}">{title}</a> <span>{status}</span>'
        f"<small>{escape(case.path)}</small></li>"
    )


def _head(state: State, *, is_own: bool) -> str:
    own = " data-own" if is_own else ""
    # A page that knows of no state asks at once, and so learns what is wrong.
    known = "" if state.problems and not is_own else state.token
    return (
        f'<link rel="stylesheet" href="/{STYLE}">\n'
        f'<script src="/{SCRIPT}" data-state="{known}" data-site="{state.site}"{own} defer>'
        "</script>\n"
    )


def _page(title: str, body: str, head: str) -> str:
    source = files("generator.serving").joinpath("page.html").read_text(encoding="utf-8")
    language = text("pages.language")
    return Template(source).substitute(language=language, title=escape(title), head=head, body=body)
