"""Notices by hand, as the library reads them."""

from datetime import date
from typing import Final

from generator.library.ids import NoticeId
from generator.library.notice import Notice, NoticeFrontMatter
from generator.publication.manuscripts.official import OfficialManuscript, official
from generator.site import make_body
from tests.pages import toy

SITE: Final = "https://example.org/lib/"
FULL: Final[dict[str, object]] = {
    "kind": "publicity",
    "title": "示例：关于 2022 年质量标杆典型经验评审结果的公示",
    "document_number": "示例质协〔2022〕18号",
    "issuer": "示例质量协会",
    "addressee": "各有关单位",
    "issued_on": date(2022, 9, 3),
    "edition": "2022",
    "publicity": {"starts_on": date(2022, 9, 5), "ends_on": date(2022, 9, 19)},
    "contact_office": "示例质量协会办公室",
    "contact_address": "示例路 1 号（虚构）",
    "sources": [{"title": "本库编写的演示材料", "note": "虚构"}],
    "demonstration": True,
}
PLAIN: Final = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"
"""28 characters."""
TEXT: Final = """现予公示。

## 一、公示时间

### （一）时间

1. 公示期自 9 月 5 日起。
2. 到期为止。

## 二、异议

书面提出。
"""


def notice(body: str = TEXT, **front: object) -> Notice:
    """Give a notice with everything; what is given as None is left out."""
    known = {**FULL, **front}
    found = {key: value for key, value in known.items() if value is not None}
    name = NoticeId("2022-09-03-publicity-demo")
    path = f"notices/{name}.md"
    return Notice(name, path, NoticeFrontMatter.model_validate(found), make_body(path, body, 1))


def manuscript(body: str = TEXT, site: str = "", **front: object) -> OfficialManuscript:
    """Give its document."""
    return official(toy.inputs(site_url=site, site_name="示例库"), notice(body, **front), {})
