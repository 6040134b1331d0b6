"""How a document passed from office to office."""

from dataclasses import replace

from generator.library.ids import NoticeId
from generator.library.lifecycle import NoticeKind
from generator.pages.chain import chain_of
from generator.strings import text
from tests.pages import toy

ISSUED, FORWARDED, LAST = (
    text(f"pages.notice.{key}") for key in ("issued", "forwarded", "carried_out")
)


def chain(notice_id: str, **forwards: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Give (role, ids) of the steps; the current one is marked *."""
    notices = {
        NoticeId(f"2022-{name}"): toy.notice(
            f"2022-{name}", NoticeKind.CALL, forwards=tuple(f"2022-{other}" for other in above)
        )
        for name, above in forwards.items()
    }
    inputs = toy.inputs(replace(toy.library(), notices=notices))
    steps = chain_of(inputs, notices[NoticeId(f"2022-{notice_id}")])
    return [
        (
            step.role,
            [
                link.row.link.uri[len("notices/2022-") : -1] + "*" * link.is_current
                for link in step.links
            ],
        )
        for step in steps
    ]


def test_the_issuer_comes_first_and_the_last_office_last() -> None:
    papers = {"country": (), "province": ("country",), "city": ("province",)}
    assert chain("country", **papers) == [
        (ISSUED, ["country*"]),
        (FORWARDED, ["province"]),
        (LAST, ["city"]),
    ]
    assert chain("province", **papers)[1] == (FORWARDED, ["province*"])
    assert [names for _, names in chain("city", **papers)] == [["country"], ["province"], ["city*"]]


def test_offices_that_forward_the_same_paper_share_a_step() -> None:
    papers = {"country": (), "east": ("country",), "west": ("country",)}
    assert chain("country", **papers) == [(ISSUED, ["country*"]), (LAST, ["east", "west"])]
    # A sister is no link between a paper and its issuer.
    assert chain("east", **papers) == [(ISSUED, ["country"]), (LAST, ["east*"])]


def test_a_paper_that_nobody_forwards_has_no_chain() -> None:
    assert chain("alone", alone=()) == []
    assert chain("alone", alone=("unknown",)) == []


def test_a_circle_ends_and_names_each_paper_once() -> None:
    names = [name for _, step in chain("a", a=("b",), b=("a",)) for name in step]
    assert names == ["b", "a*"]
