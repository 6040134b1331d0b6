"""An index that was written before and is patched is the one that is written anew."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.search import build, gathering, packs, patching, shards
from generator.search.build import Work, write_segment
from generator.search.cache import Cache, KeptSegment, opened, passing
from generator.search.gathering import Scale
from generator.search.segment import Kind, Mark, Segment
from generator.search.shards import Limits
from generator.search.store import Shelf

COUNT = 2 * packs.MOST
"""Documents: several packs."""
SMALL = Scale(Limits(120, 240), 26)
"""So that few documents have many shards, in several ranges."""
WORDS = "质量管理压铸件改善班组客户满意度工艺流程数据分析标准化持续改进精益六西格玛现场abc一万五千"


@dataclass(frozen=True)
class Told:
    """A document that is a text."""

    uri: str
    words: str

    def digest(self) -> bytes:
        return sha256(f"{self.uri} {self.words}".encode()).digest()

    def text(self) -> str:
        return self.words

    def named(self) -> str:
        return self.words[:4]

    def is_traditional(self) -> bool:
        return "質" in self.words


def told(number: int, seed: int = 0) -> Told:
    chance = random.Random(1000 * number + seed)
    text = "".join(chance.choice(WORDS) for _ in range(chance.randrange(4, 30)))
    return Told(f"cases/{number}/", text)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "_SCALES", ((10**9, SMALL),))
    # However much changed, it is patched.
    monkeypatch.setattr(build, "_MANY", 0)


def written(
    folder: Path, documents: Sequence[Told], cache: Cache, old: KeptSegment | None = None
) -> tuple[KeptSegment, Mapping[str, bytes]]:
    """Write a segment; give what is kept of it and all files that belong to it.

    One document more or less changes what is marked.
    """
    folder.mkdir(exist_ok=True)
    segment = Segment.of(Kind.CASE, 0, documents, Mark.NAMED if len(documents) % 2 else Mark.OFTEN)
    kept = write_segment(segment, Shelf(folder, {}), Work(cache), old)
    return kept, {name: (folder / name).read_bytes() for name in kept.files}


def anew(documents: Sequence[Told]) -> tuple[KeptSegment, Mapping[str, bytes]]:
    with TemporaryDirectory() as folder, passing() as cache:
        return written(Path(folder), documents, cache)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["text", "one key", "same", "swap", "gone", "new", "lost"]),
        st.integers(0, COUNT - 1),
        st.integers(1, 99),
    ),
    min_size=1,
    max_size=5,
)


def edited(documents: list[Told], what: str, place: int, seed: int) -> list[Told]:
    place %= len(documents)
    one = documents[place]
    found = [*documents]
    if what == "text":
        found[place] = Told(one.uri, told(place, seed).words)
    elif what == "one key":
        found[place] = Told(one.uri, one.words + chr(0x4E00 + 150 * seed))
    elif what == "swap":
        other = (place + 1) % len(found)
        found[place], found[other] = Told(one.uri, found[other].words), found[other]
    elif what == "gone":
        del found[place]
    elif what == "new":
        found.insert(place, told(COUNT + seed, seed))
    return found


@given(EDITS)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_patched_index_is_that_of_a_clean_build(edits: list[tuple[str, int, int]]) -> None:
    documents = [told(number) for number in range(COUNT)]
    with TemporaryDirectory() as temporary, opened(Path(temporary) / "cache") as cache:
        site = Path(temporary) / "site"
        kept, _ = written(site, documents, cache)
        for what, place, seed in edits:
            documents = edited(documents, what, place, seed)
            if what == "lost":
                (site / kept.files[place % len(kept.files)]).unlink()
            kept, found = written(site, documents, cache, kept)
            clean, expected = anew(documents)
            assert found == expected
            assert kept == clean


def test_an_edit_writes_few_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encoded: list[int] = []

    def counted(*arguments: Any, **settings: Any) -> list[shards.Shard]:
        found = [*original(*arguments, **settings)]
        encoded.extend(shard.first for shard in found)
        return found

    original = shards.encode
    monkeypatch.setattr(patching, "encode", counted)
    monkeypatch.setattr(build, "_MANY", 5)
    documents = [told(number) for number in range(COUNT)]
    with opened(tmp_path / "cache") as cache:
        kept, _ = written(tmp_path / "site", documents, cache)
        assert len(kept.shards) > 40
        documents[COUNT // 2] = Told(documents[COUNT // 2].uri, documents[COUNT // 2].words + "龥")
        _, found = written(tmp_path / "site", documents, cache, kept)
    assert 0 < len(encoded) < 12
    assert found == anew(documents)[1]


def test_a_document_that_is_put_in_moves_few_to_another_pack(tmp_path: Path) -> None:
    documents = [told(number) for number in range(8 * packs.MOST)]
    with opened(tmp_path / "cache") as cache:
        before, _ = written(tmp_path / "site", documents, cache)
        documents[100:100] = [told(99_998), told(99_999)]
        after, _ = written(tmp_path / "site", documents, cache, before)
    names = {name for name, _ in before.packs} & {name for name, _ in after.packs}
    assert len(names) > len(before.packs) - 4
    assert all(packs.LEAST <= count <= packs.MOST for _, count in after.packs[:-1])


def test_traditional_characters_are_remembered(tmp_path: Path) -> None:
    documents = [told(number) for number in range(COUNT)]
    documents[5] = Told("cases/5/", "品質")
    with opened(tmp_path / "cache") as cache:
        kept, _ = written(tmp_path / "site", documents, cache)
        assert kept.traditional
        documents[6] = told(6, 7)
        kept, _ = written(tmp_path / "site", documents, cache, kept)
        assert kept.traditional
        documents[5] = told(5)
        kept, _ = written(tmp_path / "site", documents, cache, kept)
        assert not kept.traditional


@pytest.mark.parametrize("at", [3, 9, 40, 9000, -2, -4000])
def test_a_damaged_pack_is_made_again(tmp_path: Path, at: int) -> None:
    documents = [told(number) for number in range(COUNT)]
    with opened(tmp_path / "cache") as cache:
        kept, _ = written(tmp_path / "site", documents, cache)
        path = cache.packs / kept.packs[0][0]
        data = bytearray(path.read_bytes())
        data[at] ^= 0x40
        path.write_bytes(data)
        documents[-1] = told(COUNT, 3)
        _, found = written(tmp_path / "site", documents, cache, kept)
        assert found == anew(documents)[1]
        for changed in (b"", data[:20], data[:5000], data[:-1]):
            path.write_bytes(changed)
            _, found = written(tmp_path / "site", documents, cache, None)
            assert found == anew(documents)[1]


def test_equal_documents_are_two(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Twin(Told):
        def digest(self) -> bytes:
            return sha256(self.words.encode()).digest()

    documents: list[Told] = [Twin(f"cases/{number}/", "质量" * 3) for number in range(4)]
    with opened(tmp_path / "cache") as cache:
        kept, _ = written(tmp_path / "site", documents, cache)
        documents[0] = Twin("cases/0/", "管理")
        _, found = written(tmp_path / "site", documents, cache, kept)
    assert found == anew(documents)[1]
