"""A case's title against its edition's naming rule: 40字以内 until 2021, 30字以内 in 2022."""

import re
from collections.abc import Iterator
from typing import Final

from generator.findings import Fault
from generator.library.case import Case, CaseFrontMatter
from generator.library.counting import count_title
from generator.library.edition import Edition
from generator.library.lifecycle import NameRule
from generator.library.rules.markings import words
from generator.library.rules.placing import at_key

_KEY: Final = ("title",)
_LEAST_SHORT_FORM: Final = 3
"""A shorter rest of a name (two characters) may well be an ordinary word of the title."""
_QUOTES: Final = " \u3000\"'\u201c\u201d\u2018\u2019\u300a\u300b\u3008\u3009\u3010\u3011"


def check_title(case: Case, edition: Edition) -> Iterator[Fault]:
    """Measure a title and hold it against the naming formula; no title, no fault.

    Sources: 2014 工信厅科〔2014〕56号附件1; 2020 and 2021 编写说明 (企业+典型方法技术+经验);
    2022 编写说明 (实施、构建、基于+方法+经验、实践、模式; no enterprise).
    """
    title = case.front.title
    if not title:
        return
    rule = edition.title_rule
    if rule.max_characters and (count := count_title(title)) > rule.max_characters:
        yield at_key(case.path, "title-too-long", _KEY, count=count, limit=rule.max_characters)
    yield from _check_formula(case, edition)


def _check_formula(case: Case, edition: Edition) -> Iterator[Fault]:
    rule, front = edition.title_rule, case.front
    name = _named(front)
    if rule.enterprise is NameRule.REQUIRED and not name:
        yield at_key(case.path, "title-enterprise-missing", _KEY, name=short_form(front.enterprise))
    elif rule.enterprise is NameRule.FORBIDDEN and name:
        yield at_key(case.path, "title-enterprise-present", _KEY, name=name)
    title = front.title.strip(_QUOTES)
    rest = title[len(name) :].lstrip(_QUOTES) if name and title.startswith(name) else title
    if rule.starts_with and not rest.startswith(rule.starts_with):
        yield at_key(
            case.path, "title-pattern", _KEY, expected=rule.starts_with, variant="beginning"
        )
    if rule.ends_with and not title.endswith(rule.ends_with):
        yield at_key(case.path, "title-pattern", _KEY, expected=rule.ends_with, variant="end")


def short_form(enterprise: str) -> str:
    """Give an enterprise's name without its legal form: 示例轴承（集团）有限公司 → 示例轴承."""
    name = enterprise.strip()
    for ending in words("company_endings"):
        if name.endswith(ending) and len(name) > len(ending):
            name = name.removesuffix(ending)
            break
    return re.sub("[(\uff08][^()\uff08\uff09]*[)\uff09]$", "", name).strip() or enterprise


def _named(front: CaseFrontMatter) -> str:
    """Give the longest of the enterprise's names that the title holds, or ""."""
    short = short_form(front.enterprise)
    names = [front.enterprise, *front.enterprise_aliases]
    names += [short] if len(short) >= _LEAST_SHORT_FORM else []
    found = [name for name in names if name and _holds(front.title, name)]
    return max(found, key=lambda name: (len(name), name), default="")


def _holds(title: str, name: str) -> bool:
    """Tell whether a title holds a name; a Latin name only as a word of its own."""
    if not name.isascii():
        return name in title
    bounded = rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])"
    return re.search(bounded, title, re.IGNORECASE) is not None
