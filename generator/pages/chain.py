"""How a document passed from office to office: issued, forwarded, carried out."""

from dataclasses import dataclass

from generator.library.ids import NoticeId
from generator.library.notice import Notice
from generator.pages.inputs import Inputs
from generator.pages.notices import NoticeRow, notice_row
from generator.strings import text


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One notice of a step."""

    row: NoticeRow
    is_current: bool
    """True: this is the page the reader is on."""


@dataclass(frozen=True, slots=True)
class ChainStep:
    """The notices that are equally far from the one shown."""

    role: str
    """发文, 转发, or 转发、落实 for the last step."""
    links: tuple[ChainLink, ...]


def chain_of(inputs: Inputs, notice: Notice) -> tuple[ChainStep, ...]:
    """Give the chain from the issuer down; empty for a notice that forwards nothing and is not."""
    steps = inputs.catalogue.notices.steps(notice.id)
    if len(steps) == 1:
        return ()
    last = len(steps) - 1
    return tuple(
        ChainStep(_role(place, last), tuple(_link(inputs, item, notice.id) for item in step))
        for place, step in enumerate(steps)
    )


def _role(place: int, last: int) -> str:
    key = "issued" if place == 0 else "carried_out" if place == last else "forwarded"
    return text(f"pages.notice.{key}")


def _link(inputs: Inputs, notice_id: NoticeId, current: NoticeId) -> ChainLink:
    return ChainLink(notice_row(inputs, inputs.library.notices[notice_id]), notice_id == current)
