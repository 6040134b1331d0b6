"""Notices, editions and vocabularies of the toy library."""

from collections.abc import Mapping
from datetime import date, datetime

from generator.library.body import Body
from generator.library.case import Attachment, Source
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
from generator.library.ids import NoticeId
from generator.library.lifecycle import Level, NameRule, NoticeKind
from generator.library.notice import (
    Deadline,
    Notice,
    NoticeFrontMatter,
    ProgrammeItem,
    Publicity,
    Session,
)
from generator.library.vocabulary import Term, Vocabularies, Vocabulary, VocabularyName


def notice(notice_id: str, kind: NoticeKind, **front: object) -> Notice:
    """Make a notice."""
    known = {"kind": kind, "title": f"Notice {notice_id}"}
    record = NoticeFrontMatter.model_validate({**known, **front})
    body = Body(html="<p>text of the notice</p>")
    return Notice(NoticeId(notice_id), f"notices/{notice_id}.md", record, body)


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
        session(word),
        notice("2022-download", NoticeKind.DOWNLOAD, demonstration=True),
    )


def session(word: str) -> Notice:
    """Make an exchange session with its programme."""
    return notice(
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
    )


def full_edition(word: str) -> Edition:
    """Make a round that says everything."""
    return Edition(
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


def editions(word: str = "") -> tuple[Edition, ...]:
    """Make two rounds of 2022's neighbours and one that only has rules."""
    full = full_edition(word)
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
