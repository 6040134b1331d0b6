"""Cases of the toy library: one of everything that a case's page can show."""

from dataclasses import replace
from datetime import date

from generator.library.body import Body, Heading
from generator.library.case import (
    Attachment,
    Case,
    CaseFrontMatter,
    Indicator,
    Revocation,
    Source,
    Video,
    VideoPart,
)
from generator.library.ids import CaseId, EditionId
from generator.library.lifecycle import (
    Direction,
    Level,
    RevocationGround,
    Size,
    Status,
    VideoProvider,
)

BODY = Body(
    html='<h2 id="a">A</h2><p>text of the case</p>',
    headings=(
        Heading(2, "First", "a", 1),
        Heading(3, "Below", "实施", 3),
        Heading(4, "Deep", "c", 5),
        Heading(2, "Second", "d", 7),
    ),
)


def case(case_id: str, body: Body = BODY, **front: object) -> Case:
    """Make an approved case; slugs stand beside the front matter under their own names."""
    slugs: dict[str, object] = {
        key: front.pop(key)
        for key in ("fields", "methods", "recommender", "region", "industry")
        if key in front
    }
    edition = case_id.rpartition("-")[0]
    known = {"year": int(case_id[:4]), "enterprise": "Firm", "title": f"Title {case_id}"}
    record = CaseFrontMatter.model_validate({**known, "status": Status.APPROVED, **front})
    made = Case(CaseId(case_id), EditionId(edition), f"cases/{edition}/{case_id}.md", record)
    return replace(made, body=body, **slugs)  # type: ignore[arg-type]


def videos(word: str) -> tuple[Video, ...]:
    """Make a file, a video elsewhere, and one whose address is no web address."""
    return (
        Video(
            title=f"Film{word}",
            provider=VideoProvider.FILE,
            file="2022-001/film 1.mp4",
            captions="2022-001/film.vtt",
            poster="2022-001/film.png",
            minutes=30,
            parts=(VideoPart(title=f"Part{word}", minutes=2.5),),
            published_on=date(2022, 11, 1),
        ),
        Video(title="Elsewhere", provider=VideoProvider.BILIBILI, id=f"BV1{word}"),
        Video(title="No web", provider=VideoProvider.FILE, file="javascript:alert(1)"),
    )


def indicators(word: str) -> tuple[Indicator, ...]:
    """Make an indicator with a gap in its years."""
    return (
        Indicator(
            name=f"Scrap{word}",
            unit=f"%{word}",
            values={2019: 1.5, 2021: 1200000.0},
            industry_average=2.0,
            rank=1,
            direction=Direction.LOWER,
            note=f"Note{word}",
        ),
    )


def attachments(word: str) -> tuple[Attachment, ...]:
    """Make a file, a foreign file, and one whose address is no web address."""
    return (
        Attachment(title=f"Here{word}", file="2022-001/form.docx"),
        Attachment(title="There", url="https://example.org/x?a=1&b=2"),
        Attachment(title="Nowhere", url="data:text/html,x"),
    )


def sources(word: str) -> tuple[Source, ...]:
    """Make a printed source, a page, and one whose address is no web address."""
    return (
        Source(title=f"Paper{word}", note=f"Says so{word}"),
        Source(title="Site", url="https://example.org/news"),
        Source(title="Bad", url="javascript:alert(1)"),
    )


def full_case(word: str = "") -> Case:
    """Make a case that fills every field; `word` is added to every text."""
    return case(
        "2022-001",
        title=f"Title{word}",
        enterprise=f"Firm One{word}",
        enterprise_aliases=(f"One{word}",),
        level=Level.NATIONAL,
        city=f"City{word}",
        size=Size.LARGE,
        group="Industry",
        number=3,
        publicity_on=date(2022, 9, 1),
        approved_on=date(2022, 10, 1),
        summary=f"First line{word}\n\nSecond line",
        videos=videos(word),
        indicators=indicators(word),
        honours=(f"Honour{word}",),
        attachments=attachments(word),
        lineage=("2021-002",),
        notices=("2022-result",),
        sources=sources(word),
        fields=("digital",),
        methods=("spc", "qc"),
        recommender="mech",
        region="city",
        industry="38",
    )


def cases(word: str = "") -> tuple[Case, ...]:
    """Make the cases: full, plain, provincial, list entry, demonstration, revoked, unlisted."""
    return (
        full_case(word),
        case("2022-002", enterprise="Firm Two", methods=("spc",), group="Small", number=1),
        case("2021-002", enterprise="Firm One" + word, fields=("digital",), methods=("qc",)),
        case(
            "2021-shandong-003", Body(), enterprise="Firm Three", title="", level=Level.PROVINCIAL
        ),
        case(
            "2022-d01", enterprise="Fictional", demonstration=True, group="Small", methods=("qc",)
        ),
        case(
            "2022-009",
            enterprise="Fallen",
            summary="forgotten summary",
            status=Status.REVOKED,
            methods=("retired",),
            revocation=Revocation(
                revoked_on=date(2024, 3, 15),
                ground=RevocationGround.FRAUD,
                notice="2024-revocation",
            ),
        ),
        case("2022-010", enterprise="Waiting", status=Status.PUBLICITY),
        case("2022-011", enterprise="Unwritten", status=Status.DRAFT),
    )
