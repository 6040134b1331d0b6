"""Fill in an application form as an applicant does."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from playwright.sync_api import Page

APPLICATION: Final = "platform/application/"
VISIT: Final = f"{APPLICATION}visit/"
KEY: Final = "biaogan.application.1"
HOSTILE: Final = "<img src=x onerror=alert(1)> & \"'</w:t>{{ 7*7 }}"
CODE: Final = "91350100M000100Y43"
"""The example of GB 32100."""
SOON: Final = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011 -- the browser's own day
LATER: Final = (date.today() + timedelta(days=40)).isoformat()  # noqa: DTZ011
TYPED: Final[Mapping[str, str]] = {
    "applicant": "示例𠮷祥精密制造有限公司",
    "credit_code": CODE,
    "industry": HOSTILE[:40],
    "scale": "中型",
    "region": "湖北省武汉市",
    "contact_name": "示例人",
    "contact_phone": "027-0000 0000",
    "contact_mail": "name@example.com",
    "case_title": "实施示例方法的经验",
    "case_enterprise": "示例企业",
    "wish": f"{HOSTILE}\n第二行 👨‍👩‍👧 𡃁",
    "situation": "现状一\n\n现状二",
    "date_from": SOON,
    "date_to": LATER,
    "people": "6",
}
"""All that the form of an on-site visit must have, and more."""


TOO_WIDE: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def said_day(day: str) -> str:
    """Give a day as Word and paper show it."""
    known = date.fromisoformat(day)
    return f"{known.year}年{known.month}月{known.day}日"


ON_PAPER: Final = {**TYPED, "date_from": said_day(SOON), "date_to": said_day(LATER)}
"""The same as Word and paper show it."""


def fill(page: Page, **changed: str) -> None:
    """Type the values, and agree."""
    for key, value in {**TYPED, **changed}.items():
        place = page.locator(f"#{key}")
        if key == "scale":
            place.select_option(value)
        else:
            place.fill(value)
    page.locator("#agree").check()


def press(page: Page, name: str) -> None:
    """Press a button of the result."""
    page.locator(f"[data-result] [data-do={name}]").click()


def finish(page: Page) -> None:
    """Press the button that checks all."""
    page.locator("[data-do=finish]").click()


def fault(page: Page, key: str) -> str:
    """Give what is said below a field."""
    return page.locator(f"#fault-{key}").inner_text()


def stored(page: Page) -> dict[str, Any]:
    """Give what the device keeps."""
    found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return found


def shown_on_paper(page: Page) -> Mapping[str, str]:
    """Give what the printed table says, by field."""
    found: dict[str, str] = page.eval_on_selector_all(
        "[data-shown]",
        "all => all.reduce((found, one) =>"
        " Object.assign(found, {[one.dataset.shown]: one.textContent}), {})",
    )
    return {key: value for key, value in found.items() if value}
