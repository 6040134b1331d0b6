"""What a notice of each kind must say."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.findings import Fault
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice
from generator.library.rules.placing import at_key

_NEEDS: Final[Mapping[NoticeKind, tuple[str, ...]]] = {
    NoticeKind.CALL: (),
    NoticeKind.PUBLICITY: ("publicity", "edition"),
    NoticeKind.RESULT: ("edition",),
    NoticeKind.REVOCATION: ("cases",),
    NoticeKind.SESSION: ("session",),
    NoticeKind.DOWNLOAD: (),
}
"""Kind → keys without which its page cannot say what it is there for."""


def check_notice_fields(notice: Notice) -> Iterator[Fault]:
    """Ask for the keys that a notice of this kind cannot do without.

    Sources: 遴选管理办法 (2021), articles 21, 22, 24; the lists of results and publicity are
    printed in the groups of their edition.
    """
    for name in _NEEDS[notice.front.kind]:
        if not getattr(notice.front, name):
            yield at_key(notice.path, "notice-field-missing", ("kind",), key=name, variant=name)
