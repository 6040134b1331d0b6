"""A small library made in memory: one of everything that a page can show."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.config import Config
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
from generator.library.document import Document, DocumentFrontMatter
from generator.library.edition import (
    Announced,
    AnnouncedGroup,
    Edition,
    EditionDeadline,
    FocusAreaWording,
    PrintedRecommender,
    PublicityRule,
    Quota,
    SectionRule,
    TitleRule,
    VideoPartRule,
    VideoRule,
)
from generator.library.ids import CaseId, EditionId, NoticeId
from generator.library.library import Library
from generator.library.lifecycle import (
    Direction,
    Level,
    NameRule,
    NoticeKind,
    RevocationGround,
    Size,
    Status,
    VideoProvider,
)
from generator.library.notice import (
    Deadline,
    Notice,
    NoticeFrontMatter,
    ProgrammeItem,
    Publicity,
    Session,
)
from generator.library.vocabulary import Term, Vocabularies, Vocabulary, VocabularyName
from generator.pages.inputs import Inputs
from generator.pages.plan import PlannedPage, plan

BODY = Body(
    html='<h2 id="a">A</h2><p>text of the case</p>',
    headings=(
        Heading(2, "First", "a", 1),
        Heading(3, "Below", "实施", 3),
        Heading(4, "Deep", "c", 5),
        Heading(2, "Second", "d", 7),
    ),
)


def config(**values: object) -> Config:
    """Give settings whose folders nobody opens."""
    root = Path("/nowhere")
    known: dict[str, object] = {
        "root": root,
        "cases_path": root / "cases",
        "notices_path": root / "notices",
        "redirects_path": root / "redirects.yml",
        "documents_path": root / "docs",
        "per_page": 2,
    }
    return Config(**{**known, **values})  # type: ignore[arg-type]


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


def notice(notice_id: str, kind: NoticeKind, **front: object) -> Notice:
    """Make a notice."""
    known = {"kind": kind, "title": f"Notice {notice_id}"}
    record = NoticeFrontMatter.model_validate({**known, **front})
    body = Body(html="<p>text of the notice</p>")
    return Notice(NoticeId(notice_id), f"notices/{notice_id}.md", record, body)


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
        videos=(
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
        ),
        indicators=(
            Indicator(
                name=f"Scrap{word}",
                unit=f"%{word}",
                values={2019: 1.5, 2021: 1200000.0},
                industry_average=2.0,
                rank=1,
                direction=Direction.LOWER,
                note=f"Note{word}",
            ),
        ),
        honours=(f"Honour{word}",),
        attachments=(
            Attachment(title=f"Here{word}", file="2022-001/form.docx"),
            Attachment(title="There", url="https://example.org/x?a=1&b=2"),
            Attachment(title="Nowhere", url="data:text/html,x"),
        ),
        lineage=("2021-002",),
        notices=("2022-result",),
        sources=(
            Source(title=f"Paper{word}", note=f"Says so{word}"),
            Source(title="Site", url="https://example.org/news"),
            Source(title="Bad", url="javascript:alert(1)"),
        ),
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


def notices(word: str = "") -> tuple[Notice, ...]:
    """Make a notice of every kind."""
    return (
        notice(
            "2022-06-call",
            NoticeKind.CALL,
            issuer=f"City{word}",
            addressee=f"All{word}",
            document_number=f"No. 1{word}",
            issued_on=date(2022, 6, 14),
            edition="2022",
            forwards=("2022-national",),
            deadlines=(
                Deadline(label=f"Send{word}", at=datetime(2022, 6, 24, 17, 0)),  # noqa: DTZ001
                Deadline(label="Later", at=date(2022, 6, 27)),
            ),
            attachments=(Attachment(title=f"Form{word}", file="2022-06-call/form.docx"),),
            contact_office=f"Office{word}",
            sources=(Source(title=f"Seed{word}"),),
        ),
        notice("2022-national", NoticeKind.CALL, title=f"National{word}"),
        notice(
            "2022-publicity",
            NoticeKind.PUBLICITY,
            issued_on=date(2022, 9, 1),
            edition="2022",
            cases=("2022-001", "2022-010", "2022-011"),
            publicity=Publicity(starts_on=date(2022, 9, 1), opinions_to=f"Desk{word}"),
        ),
        notice(
            "2022-result",
            NoticeKind.RESULT,
            issued_on=date(2022, 10, 1),
            edition="2022",
            cases=("2022-001", "2022-009"),
        ),
        notice("2024-revocation", NoticeKind.REVOCATION, cases=("2022-009",)),
        notice(
            "2023-session",
            NoticeKind.SESSION,
            session=Session(
                number=1,
                starts_on=date(2023, 12, 7),
                ends_on=date(2023, 12, 8),
                place=f"Hall{word}",
                hosts=(f"Host{word}",),
                programme=(
                    ProgrammeItem(time="09:00", title=f"Talk{word}", case="2022-001"),
                    ProgrammeItem(title="Tea", case="2022-011"),
                ),
            ),
        ),
        notice("2022-download", NoticeKind.DOWNLOAD, demonstration=True),
    )


def editions(word: str = "") -> tuple[Edition, ...]:
    """Make two rounds of 2022's neighbours and one that only has rules."""
    full = Edition(
        id="2022",
        year=2022,
        title=f"Round 2022{word}",
        issuer=f"Association{word}",
        documents=(f"Paper 53{word}",),
        scope=f"Scope{word}",
        title_rule=TitleRule(
            max_characters=30, enterprise=NameRule.FORBIDDEN, wording=f"Rule{word}", example="Ex"
        ),
        sections=(
            SectionRule(title=f"Section{word}", max_characters=500),
            SectionRule(title="Open"),
        ),
        focus_areas=(
            FocusAreaWording(number=1, area="digital", label=f"Dig{word}", wording=f"As is{word}"),
        ),
        directions=(f"Direction{word}",),
        video=VideoRule(total_minutes=30, parts=(VideoPartRule(title=f"Show{word}", minutes=2),)),
        quota=Quota(standard=3, with_own_programme=5),
        publicity=PublicityRule(working_days=10),
        deadlines=(EditionDeadline(on=date(2022, 7, 15), label=f"End{word}"),),
        sessions_planned=4,
        recommenders=(PrintedRecommender(number=1, id="mech", printed=f"Printed{word}"),),
        announced=Announced(
            total=58,
            groups=(AnnouncedGroup(label="Industry", count=46), AnnouncedGroup(label="Small")),
        ),
        sources=(Source(title=f"Report{word}"),),
        notes=(f"Doubt{word}",),
    )
    plain = Edition(id="2021", year=2021, title="Round 2021", recommenders=full.recommenders[:0])
    province = Edition(
        id="2021-shandong", year=2021, title="Shandong 2021", level=Level.PROVINCIAL, region="city"
    )
    return (full, plain, province, Edition(id="2023", year=2023, title="Round 2023"))


def vocabularies(word: str = "") -> Vocabularies:
    """Make the five vocabularies."""
    terms: Mapping[VocabularyName, tuple[Term, ...]] = {
        VocabularyName.FOCUS_AREAS: (
            Term(slug="digital", label=f"Digital{word}", description=f"What it is{word}"),
            Term(slug="empty", label="Nothing yet"),
        ),
        VocabularyName.METHODS: (
            Term(
                slug="spc",
                label=f"SPC{word}",
                aliases=(f"Charts{word}",),
                description=f"Charts of a process{word}",
                problem=f"Late discovery{word}",
                since=2014,
                source=f"Notice{word}",
            ),
            Term(slug="qc", label="QC"),
            Term(slug="retired", label="Retired"),
        ),
        VocabularyName.RECOMMENDERS: (Term(slug="mech", label=f"Machinery{word}"),),
        VocabularyName.INDUSTRIES: (
            Term(slug="section-c", label="Manufacturing"),
            Term(slug="38", label="Electrical", parent="section-c"),
        ),
        VocabularyName.REGIONS: (
            Term(slug="province", label="Province"),
            Term(slug="city", label=f"City{word}", parent="province", code="3702"),
        ),
    }
    return {name: Vocabulary(name=name, terms=terms[name]) for name in VocabularyName}


def library(word: str = "", redirects: Mapping[str, str] | None = None) -> Library:
    """Make the library; `word` is added to every text of it."""
    document = Document("docs/about.md", DocumentFrontMatter(title=f"About{word}"), BODY)
    return Library(
        {item.id: item for item in cases(word)},
        {item.id: item for item in notices(word)},
        {EditionId(item.id): item for item in editions(word)},
        vocabularies(word),
        redirects if redirects is not None else {"cases/old/": "cases/2022-001/"},
        {document.path: document},
    )


def many(count: int) -> Library:
    """Make a library of `count` plain cases of one year and one firm each."""
    held = [
        case(f"2022-{number:05}", enterprise=f"Firm {number}", methods=("spc",))
        for number in range(1, count + 1)
    ]
    plain = library()
    return replace(plain, cases={item.id: item for item in held}, notices={})


def inputs(held: Library | None = None, **settings: object) -> Inputs:
    """Give what views are made from."""
    known = library() if held is None else held
    return Inputs.of(known, Catalogue.of(known), config(**settings))


def planned(held: Library | None = None, **settings: object) -> dict[str, PlannedPage]:
    """Give the plan by address."""
    known = library() if held is None else held
    pages = plan(known, Catalogue.of(known), config(**settings))
    assert len({page.uri for page in pages}) == len(pages)
    return {page.uri: page for page in pages}


def labels_of(links: Iterable[object]) -> list[str]:
    """Give the labels of links."""
    return [str(getattr(link, "label", "")) for link in links]
