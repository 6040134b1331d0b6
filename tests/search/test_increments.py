"""The finder's data after any history: what a clean build writes, and nothing written twice."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue.catalogue import Catalogue
from generator.library.body import Body, BodyText, KeptBody
from generator.library.case import Case
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.notice import Notice
from generator.search import store
from generator.search.publish import Publication, write_search
from tests.pages import toy
from tests.site.tools import ROOT

WORDS = "质量管理压铸件改善班组客户满意度工艺流程数据分析标准化持续改进精益六西格玛现场"
CASES = 30


def body(seed: int) -> Body:
    chance = random.Random(seed)
    text = "".join(chance.choice(WORDS) for _ in range(chance.randrange(200)))
    return Body(f"<p>{text}</p>" if text else "")


def library() -> Library:
    plain = toy.library()
    many = toy.many(CASES)
    cases = {
        case_id: replace(case, body=body(number))
        for number, (case_id, case) in enumerate(many.cases.items())
    }
    return replace(plain, cases=MappingProxyType({**plain.cases, **cases}))


def facts(held: Library) -> bytes:
    """Give what the reader of a library gives: a digest of all but the texts of bodies."""
    records: list[Case | Notice] = [*held.cases.values(), *held.notices.values()]
    bare = [(replace(one, body=Body()), one.body.is_empty) for one in records]
    return sha256(repr((bare, held.vocabularies, held.editions)).encode()).digest()


def write(held: Library, site: Path, cache: Path | None) -> Mapping[str, bytes]:
    """Write the data; give its files by address."""
    publication = Publication(site, cache, facts=facts(held))
    uris = write_search(Catalogue.of(held), toy.config(), publication)
    return {uri: (site / uri).read_bytes() for uri in uris}


def anew(held: Library) -> Mapping[str, bytes]:
    with TemporaryDirectory() as folder:
        found = write(held, Path(folder), None)
        there = {
            path.relative_to(folder).as_posix()
            for path in Path(folder).rglob("*")
            if path.is_file()
        }
        assert there == found.keys()
        return found


def changed(held: Library, case_id: str, change: Callable[[Case], Case]) -> Library:
    cases = {key: change(one) if key == case_id else one for key, one in held.cases.items()}
    return replace(held, cases=MappingProxyType(cases))


def fronted(**values: object) -> Callable[[Case], Case]:
    return lambda case: replace(case, front=case.front.model_copy(update=values))


def edited(held: Library, what: str, seed: int) -> Library:
    listed = sorted(key for key, case in held.cases.items() if case.is_listed)
    one = listed[seed % len(listed)]
    if what == "text":
        return changed(held, one, lambda case: replace(case, body=body(seed)))
    if what == "title":
        return changed(held, one, fronted(title=f"经验{chr(0x4E00 + seed)}"))
    if what == "firm":
        return changed(held, one, fronted(enterprise_aliases=(f"品質{seed}",)))
    if what == "draft":
        return changed(held, one, fronted(status=Status.DRAFT))
    if what == "new":
        case = toy.many(seed % 90 + CASES + 1).cases.values()
        last = [*case][-1]
        return replace(held, cases=MappingProxyType({**held.cases, last.id: last}))
    return held


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def damaged(folder: Path, seed: int) -> None:
    """Do what a kill, a full disk, or an editor does to one file."""
    chance = random.Random(seed)
    found = files_in(folder)
    if not found:
        return
    path = chance.choice(found)
    data = path.read_bytes()
    kind = chance.randrange(5)
    if kind == 0:
        path.unlink()
    elif kind == 1 and data:
        at = chance.randrange(len(data))
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    elif kind == 2:
        path.write_bytes(data[: chance.randrange(len(data) + 1)])
    elif kind == 3:
        path.write_bytes(bytes(len(data)))
    else:
        path.write_bytes(chance.choice(found).read_bytes())


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["text", "text", "title", "firm", "draft", "new", "same", "cache", "site", "no cache"]
        ),
        st.integers(0, 10**6),
    ),
    min_size=1,
    max_size=8,
)


@given(STEPS)
@settings(max_examples=12, deadline=None)
def test_any_history_gives_what_a_clean_build_gives(steps: list[tuple[str, int]]) -> None:
    held = library()
    with TemporaryDirectory() as temporary:
        site, cache = Path(temporary) / "site", Path(temporary) / "cache"
        write(held, site, cache)
        for what, seed in steps:
            if what == "cache":
                damaged(cache, seed)
            elif what == "site":
                damaged(site, seed)
            elif what == "no cache":
                shutil.rmtree(cache)
            held = edited(held, what, seed)
            assert write(held, site, cache) == anew(held)


def test_every_file_may_be_damaged(tmp_path: Path) -> None:
    held, site, cache = library(), tmp_path / "site", tmp_path / "cache"
    expected = write(held, site, cache)
    for folder in (cache, site):
        for path in files_in(folder):
            data = path.read_bytes()
            for bad in (b"", data[: len(data) // 2], data[:-1] + b"\0", b"x" * len(data)):
                path.write_bytes(bad)
                assert write(held, site, cache) == expected, (path, len(bad))


def test_something_else_in_the_way_of_the_cache_stops_nothing(tmp_path: Path) -> None:
    held, cache = library(), tmp_path / "cache"
    expected = write(held, tmp_path / "site", cache)
    for path in [*cache.iterdir()]:
        shutil.rmtree(cache)
        cache.mkdir()
        (cache / path.name).write_text("", encoding="utf-8")
        assert write(held, tmp_path / "site", cache) == expected
        shutil.rmtree(cache)
        (cache / path.name / "within").mkdir(parents=True)
        assert write(held, tmp_path / "site", cache) == expected
    shutil.rmtree(cache)
    cache.write_text("", encoding="utf-8")
    assert write(held, tmp_path / "site", cache) == expected


def inodes(site: Path) -> dict[Path, tuple[int, int]]:
    return {
        path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files_in(site / "search")
    }


def test_what_is_there_is_not_written_again(tmp_path: Path) -> None:
    held, site, cache = library(), tmp_path / "site", tmp_path / "cache"
    write(held, site, cache)
    before = inodes(site)
    write(held, site, cache)
    assert inodes(site) == before
    shutil.rmtree(cache)
    write(held, site, cache)
    assert inodes(site) == before
    found = write(edited(held, "text", 7), site, cache)
    after = inodes(site)
    assert {path: after[path] for path in before if path.name != "index.json"}.items() <= (
        before.items()
    )
    manifest = site / store.MANIFEST
    assert after[manifest] != before[manifest]
    assert {site / uri for uri in found} < after.keys()


def test_only_the_text_that_changed_is_read(tmp_path: Path) -> None:
    held, cache = library(), tmp_path / "cache"
    asked: list[str] = []

    def kept(case: Case) -> Case:
        text = BodyText(case.body.html, ())

        def load() -> BodyText:
            asked.append(case.id)
            return text

        whole = KeptBody(case.body.digest, case.body.is_empty, (), (), load)
        return replace(case, body=whole)

    def with_texts(known: Library) -> Library:
        return replace(known, cases={key: kept(case) for key, case in known.cases.items()})

    listed = {case.id for case in held.cases.values() if case.is_listed}
    write(with_texts(held), tmp_path / "site", cache)
    assert set(asked) == listed
    asked.clear()
    write(with_texts(held), tmp_path / "site", cache)
    assert asked == []
    new = changed(held, "2022-00007", lambda case: replace(case, body=body(99)))
    write(with_texts(new), tmp_path / "site", cache)
    assert set(asked) == {"2022-00007"}
    asked.clear()
    write(with_texts(changed(new, "2022-00003", fronted(title="新题"))), tmp_path / "site", cache)
    assert set(asked) == {"2022-00003"}


def test_unknown_facts_are_looked_at_every_time(tmp_path: Path) -> None:
    held, config = library(), toy.config()
    for given_library in (held, edited(held, "title", 3)):
        publication = Publication(tmp_path / "site", tmp_path / "cache")
        uris = write_search(Catalogue.of(given_library), config, publication)
        expected = anew(given_library)
        assert {uri: (tmp_path / "site" / uri).read_bytes() for uri in uris} == expected


PROGRAM = """
import sys
from pathlib import Path
from tests.search.test_increments import changed, fronted, library, write
assert not {{"numpy", "opencc", "pypinyin"}} & set(sys.modules), "imported with the program"
held = changed(library(), "2022-00003", fronted(enterprise="海尔"))
write(held, Path({site!r}), Path({cache!r}))
print(*sorted({{"numpy", "opencc", "pypinyin"}} & set(sys.modules)))
"""


def test_a_build_that_changes_nothing_imports_nothing_large(tmp_path: Path) -> None:
    program = PROGRAM.format(site=str(tmp_path / "site"), cache=str(tmp_path / "cache"))
    imported = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        imported.append(done.stdout.split())
    assert imported == [["numpy", "opencc", "pypinyin"], []]
