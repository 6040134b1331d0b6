"""The hostile files are what they say, as far as a careful reader can tell without opening them."""

import zipfile
from pathlib import Path

import pytest

from tests.intake.corpus import bombs, hostile
from tests.intake.corpus.attacks import Attack, attacks

MOST_DISK = 8 * hostile.MEGABYTE


@pytest.mark.parametrize("attack", attacks(), ids=lambda one: one.name)
def test_every_attack_is_written_and_small(attack: Attack, tmp_path: Path) -> None:
    path = attack.write(tmp_path)
    assert path.parent == tmp_path
    assert path.exists()
    assert path.stat().st_blocks * 512 < MOST_DISK


def test_names_of_attacks_are_their_own() -> None:
    names = [one.name for one in attacks()]
    assert len(set(names)) == len(names)


def test_archives_keep_their_evil_names(tmp_path: Path) -> None:
    path = tmp_path / "slip.zip"
    path.write_bytes(bombs.zip_slip())
    with zipfile.ZipFile(path) as archive:
        assert f"/tmp/{hostile.VICTIM}" in archive.namelist()


def test_bombs_unpack_to_more_than_anyone_should(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    for make in (bombs.ratio_bomb, bombs.overlapping_bomb):
        path.write_bytes(make())
        with zipfile.ZipFile(path) as archive:
            assert sum(info.file_size for info in archive.infolist()) >= 400 * hostile.MEGABYTE


def test_the_sparse_file_says_that_it_is_large(tmp_path: Path) -> None:
    assert hostile.sparse(tmp_path).stat().st_size == hostile.BEYOND * hostile.MEGABYTE


def test_every_xml_part_has_its_corrupt_document() -> None:
    assert {"word/document.xml", "word/styles.xml", "word/footnotes.xml"} <= set(
        hostile.corrupt_parts()
    )
