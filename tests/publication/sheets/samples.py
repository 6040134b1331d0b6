"""What the tests of lists and data share: the toy library as inputs, and hostile texts."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from generator.pages.inputs import Inputs
from generator.site import prepare
from tests.toy.library import config, copy_good

SITE: Final = "https://example.org/b/"
REVOKED: Final = "2020-004"
IN_PUBLICITY: Final = "2022-003"
DRAFT: Final = "2022-004"

HOSTILE: Final = (
    "=1+1",
    "+86",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "{=1+1}",
    "'=1",
    "''@x",
    "https://example.org/",
    "<r>bold</r>",
    "_x0041_",
    "\x00\x0b",
    "a\nb",
    '"; DROP',
    "👩‍🔬" * 4,
)
"""Texts that a program may take for something else."""

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))


def good_inputs(folder: Path) -> Inputs:
    """Give the toy library, copied to a folder that must not exist."""
    settings = replace(
        config(copy_good(folder)),
        site_name="示例经验库",
        site_url=SITE,
        organizer="示例协会",
    )
    site = prepare(settings)
    return Inputs.of(site.library, site.catalogue, settings)
