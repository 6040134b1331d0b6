"""Write the synthetic corpus as a project that `biaogan build` accepts, and what must stay hidden.

Beside the cases there are a draft, a case in publicity and a revoked one. Each bears words that
stand nowhere else; nobody may find them.
"""

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from tests.bench.synthesis import ROOT, form, front_matter, terms, write
from tests.search.corpus import FIRST_YEAR, SECTIONS, YEARS, Document, documents

SOURCE: Final = {"title": form("note")}
HIDDEN: Final[Mapping[str, str]] = {"草稿": "甪桕楛", "公示中": "瞾嫖蠹", "已撤销": "黼黻韡"}
"""Status → characters of its case, in its title, its enterprise, its summary and its text."""
NOTICE: Final = "龘龢爨在通知中"
"""Stands in the text of one notice only."""
_LAST: Final = FIRST_YEAR + YEARS - 1


def library(root: Path, count: int) -> tuple[Document, ...]:
    """Write a project with so many listed cases and give them."""
    shutil.copytree(ROOT / "cases/vocabulary", root / "cases/vocabulary")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    write(root / "mkdocs.yml", settings.replace("custom_dir: theme", f"custom_dir: {ROOT}/theme"))
    (root / "docs").mkdir()
    made = tuple(documents(count))
    for document in made:
        write(root / f"cases/{document.edition}/{document.id}.md", markdown(document))
    for edition in sorted({document.edition for document in made} | {str(_LAST)}):
        _write_round(root, edition, [one.id for one in made if one.edition == edition])
    _write_hidden(root)
    return made


def _write_round(root: Path, edition: str, ids: Sequence[str]) -> None:
    """Write an edition and its two notices."""
    write(root / f"cases/{edition}/edition.yml", _edition(edition))
    hidden = [f"{_LAST}-903", f"{_LAST}-904"] if edition == str(_LAST) else []
    _notice(root, edition, "result", [*ids, *hidden[1:]])
    _notice(root, edition, "publicity", [*ids, *hidden])


def publicity_day(year: int) -> date:
    """Give the first day of a round's publicity period."""
    return date(year, 10, 10)


def result_day(year: int) -> date:
    """Give the day of a round's result, more than ten working days later."""
    return date(year, 11, 20)


def markdown(document: Document) -> str:
    """Give a case as its file."""
    return front_matter(_front(document)) + "\n" + _body(document)


def _body(document: Document) -> str:
    lines: list[str] = []
    for block in document.blocks:
        lines += [block.markdown, ""]
    return "\n".join(lines)


def _front(document: Document) -> dict[str, Any]:
    values = {
        "year": document.year,
        "field": list(document.fields),
        "method": list(document.methods),
        "recommender": document.recommender,
        "title": document.title,
        "enterprise": document.enterprise,
        "enterprise_aliases": list(document.others),
        "level": document.level,
        "region": document.region,
        "city": document.city,
        "industry": document.industry,
        "status": form("approved"),
        "publicity_on": publicity_day(document.year),
        "approved_on": result_day(document.year),
        "summary": document.summary,
        "videos": [_video(document)] if document.video else [],
        "indicators": [_indicator(name, document.year) for name in document.indicators],
        "honours": list(document.honours),
        "notices": [_notice_id(document.edition, kind) for kind in ("publicity", "result")],
        "sources": [SOURCE],
    }
    return {name: value for name, value in values.items() if value not in ("", [])}


def _video(document: Document) -> dict[str, Any]:
    title, *parts = document.video
    minutes = (2, 28)
    return {
        "title": title,
        "provider": "哔哩哔哩",
        "id": "BV1xx411c7mD",
        "minutes": sum(minutes),
        "parts": [
            {"title": part, "minutes": long} for part, long in zip(parts, minutes, strict=True)
        ],
    }


def _indicator(name: str, year: int) -> dict[str, Any]:
    return {"name": name, "unit": "%", "values": {year - 3: 80.5, year - 2: 81.5, year - 1: 86}}


def _edition(edition: str) -> str:
    values = {
        "year": int(edition[:4]),
        "title": form("edition_title").format(year=edition),
        "level": "省级" if edition.endswith("provincial") else "国家级",
        "issuer": form("issuer"),
        "sections": [{"title": title} for title in SECTIONS],
        "focus_areas": [
            {"number": number, "area": term["slug"], "label": term["label"]}
            for number, term in enumerate(terms("focus-areas"), start=1)
        ],
        "publicity": {"working_days": 10},
        "recommenders": [
            {"number": number, "id": term["slug"], "printed": term["label"]}
            for number, term in enumerate(terms("recommenders"), start=1)
        ],
        "sources": [SOURCE],
    }
    return front_matter(values).removeprefix("---\n").removesuffix("---\n")


def _notice_id(edition: str, kind: str) -> str:
    year = int(edition[:4])
    day = result_day(year) if kind == "result" else publicity_day(year)
    return f"{day}-{kind}{edition[4:]}"


def _notice(root: Path, edition: str, kind: str, cases: Sequence[str]) -> None:
    year = int(edition[:4])
    front: dict[str, Any] = {
        "kind": form(kind),
        "title": form(f"{kind}_title").format(year=edition),
        "issuer": form("issuer"),
        "issued_on": result_day(year) if kind == "result" else publicity_day(year),
        "edition": edition,
        "cases": list(cases),
        "sources": [SOURCE],
    }
    if kind == "publicity":
        front["publicity"] = {"starts_on": publicity_day(year), "working_days": 10}
    text = f"\n{NOTICE}。\n" if edition == str(_LAST) and kind == "result" else ""
    write(root / f"notices/{_notice_id(edition, kind)}.md", front_matter(front) + text)


def _write_hidden(root: Path) -> None:
    """Write a draft, a case in publicity and a revoked one, and the notice of the last."""
    day = date(_LAST + 1, 3, 15)
    revocation = f"{day}-revocation"
    for number, (status, mark) in enumerate(HIDDEN.items(), start=902):
        front: dict[str, Any] = {
            "year": _LAST,
            "field": [terms("focus-areas")[0]["label"]],
            "method": [terms("methods")[0]["label"]],
            "recommender": terms("recommenders")[0]["label"],
            "title": f"实施{mark}的经验",
            "enterprise": f"示例{mark}有限公司",
            "region": "北京",
            "industry": "医药制造业",
            "status": status,
            "summary": f"企业概要里有{mark}。",
            "sources": [SOURCE],
        }
        if status != "草稿":
            front["publicity_on"] = publicity_day(_LAST)
        if status == "已撤销":
            front["approved_on"] = result_day(_LAST)
            front["revocation"] = {
                "revoked_on": day,
                "ground": "申报材料弄虚作假",
                "notice": revocation,
            }
        body = "\n\n".join(f"## {section}\n\n正文里也有{mark}。" for section in SECTIONS)
        write(root / f"cases/{_LAST}/{_LAST}-{number}.md", f"{front_matter(front)}\n{body}\n")
    notice = {
        "kind": "撤销公告",
        "title": "关于撤销 1 项称号的公告（合成数据）",
        "issuer": form("issuer"),
        "issued_on": day,
        "edition": str(_LAST),
        "cases": [f"{_LAST}-904"],
        "sources": [SOURCE],
    }
    write(root / f"notices/{revocation}.md", front_matter(notice))
