import hashlib
import pickle
import threading
from pathlib import Path

import pytest

from generator import pools
from generator.findings import Finding
from generator.library.vocabulary import VocabularyName
from generator.reading.library import Reading, read_library
from tests.reading.toy import (
    CASE,
    NOTICE,
    VOCABULARIES,
    config_of,
    make_library,
    plain_body,
    read_toy,
    shown,
)


def test_a_library_is_read(tmp_path: Path) -> None:
    reading = read_toy(
        tmp_path,
        {
            "cases/2022/2022-002.md": CASE,
            "cases/2022/2022-d01.md": CASE.replace("year", "demonstration: 是\nyear"),
            "cases/2022/2022-00010.md": CASE,
            "notices/2022-call.md": NOTICE,
            "cases/redirects.yml": "cases/2021-001/: cases/2022-002/\n",
        },
    )
    library = reading.library
    assert shown(reading.findings) == []
    assert list(library.cases) == ["2022-002", "2022-00010", "2022-d01"]
    assert list(library.notices) == ["2022-call"]
    assert list(library.editions) == ["2022"]
    assert set(library.vocabularies) == set(VocabularyName)
    assert library.redirects == {"cases/2021-001/": "cases/2022-002/"}
    case = next(iter(library.cases.values()))
    assert (case.fields, case.methods) == (("digitalization",), ("lean",))
    assert case.body.html.startswith("<p>cases/2022/2022-002.md:8:")


def test_an_empty_body_is_not_rendered(tmp_path: Path) -> None:
    reading = read_toy(tmp_path, {"cases/2022/2022-002.md": CASE.partition("\n## ")[0] + " \n\n"})
    assert [case.body.is_empty for case in reading.library.cases.values()] == [True]


def test_all_faults_of_all_files_in_one_run(tmp_path: Path) -> None:
    reading = read_toy(
        tmp_path,
        {
            "cases/2022/2022-001.md": CASE.replace("title", "titel"),
            "cases/2022/2022-002.md": CASE.replace("精益管理]", "精益]"),
            "cases/2022/2022-003.md": CASE.replace("year: 2022\n", ""),
            "cases/2022/2022-004.md": CASE.replace("year: ", "year："),
            "cases/2022/2022-5.md": CASE,
            "cases/vocabulary/regions.yml": "- {slug: henan}",
            "cases/redirects.yml": "a: [b]",
            "notices/2022-call.md": "通知",
        },
    )
    assert shown(reading.findings) == [
        "cases/2022/2022-001.md:5:1 key-unknown",
        "cases/2022/2022-002.md:4:10 value-unknown",
        "cases/2022/2022-003.md:1:1 key-missing",
        "cases/2022/2022-004.md:2:5 yaml-syntax",
        "cases/2022/2022-5.md:1:1 file-name",
        "cases/redirects.yml:1:4 value-invalid",
        "cases/vocabulary/regions.yml:1:3 key-missing",
        "notices/2022-call.md:1:1 front-matter-missing",
    ]
    assert list(reading.library.cases) == ["2022-002"]
    assert {line.partition(":")[0] for line in shown(reading.findings)} <= reading.broken


HOSTILE: dict[str, bytes] = {
    "cases/2022/2022-011.md": b"---\n" + b"a" * 10_000_000,
    "cases/2022/2022-012.md": CASE.encode() + b"a" * 200_000,
    "cases/2022/2022-013.md": b"---\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
    "cases/2022/2022-014.md": b"---\n" + b"[" * 60_000 + b"\n---\n",
    "cases/2022/2022-015.md": b"---\n" + b"- " * 30_000 + b"\n---\n",
    "cases/2022/2022-016.md": CASE.replace("正文", "正\0文").encode(),
    "cases/2022/2022-017.md": b"\xef\xbb\xbf" + CASE.encode(),
    "cases/2022/2022-018.md": CASE.encode("gbk"),
    "cases/2022/2022-019.md": CASE.replace("\n", "\r\n").replace("精益管理]", "精益]").encode(),
    "cases/2022/2022-020.md": b"",
    "cases/2022/2022-021.md": CASE.encode()[:40],
}


def test_hostile_files_give_a_finding_each(tmp_path: Path) -> None:
    root = tmp_path / "root"
    config = make_library(root, HOSTILE)
    (tmp_path / "outside.md").write_text(CASE)
    folder = root / "cases" / "2022"
    (folder / "2022-031.md").symlink_to(tmp_path / "outside.md")
    (folder / "2022-032.md").symlink_to("nowhere.md")
    (folder / "2022-033.md").mkdir()
    reading = read_library(config, plain_body)
    assert [line.removeprefix("cases/2022/2022-0") for line in shown(reading.findings)] == [
        "11.md:1:1 file-too-large",
        "12.md:12:100001 line-too-long",
        "13.md:2:4 yaml-alias",
        "13.md:3:4 yaml-alias",
        "13.md:3:8 yaml-alias",
        "13.md:3:12 yaml-alias",
        "13.md:4:5 yaml-alias",
        "13.md:4:9 yaml-alias",
        "14.md:2:21 yaml-too-deep",
        "15.md:2:41 yaml-too-deep",
        "16.md:11:2 file-control-character",
        "17.md:1:1 file-byte-order-mark",
        "18.md:3:9 file-encoding",
        "19.md:4:10 value-unknown",
        "20.md:1:1 front-matter-missing",
        "21.md:1:1 front-matter-unclosed",
        "31.md:1:1 file-outside-tree",
        "32.md:1:1 file-unreadable",
        "33.md:1:1 file-unreadable",
    ]
    assert list(reading.library.cases) == ["2022-017", "2022-019"]


def test_demonstration_cases_can_be_left_out_but_are_still_checked(tmp_path: Path) -> None:
    config = make_library(
        tmp_path,
        {
            "cases/2022/2022-001.md": CASE,
            "cases/2022/2022-d01.md": CASE.replace("title: ", "demonstration: 是\ntitel: "),
            "cases/2022/2022-d02.md": CASE.replace("title: ", "demonstration: 是\ntitle: "),
            "notices/2022-call.md": NOTICE.replace("kind", "demonstration: 是\nkind"),
        },
    )
    without = read_library(config_of(tmp_path, demonstration=False), plain_body)
    assert list(without.library.cases) == ["2022-001"]
    assert without.library.notices == {}
    assert shown(without.findings) == ["cases/2022/2022-d01.md:6:1 key-unknown"]
    whole = read_library(config, plain_body)
    assert list(whole.library.cases) == ["2022-001", "2022-d02"]
    assert list(whole.library.notices) == ["2022-call"]


def test_a_second_file_of_the_same_id_is_a_fault(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "cases/2021/2022-001.md": CASE,
        "cases/2022/2022-001.md": CASE,
    }
    reading = read_toy(tmp_path, files)
    duplicates = [f.path for f in reading.findings if f.code == "id-duplicate"]
    assert duplicates == ["cases/2022/2022-001.md"]
    assert [case.path for case in reading.library.cases.values()] == ["cases/2021/2022-001.md"]


def test_an_empty_project_lacks_its_vocabularies(tmp_path: Path) -> None:
    reading = read_library(config_of(tmp_path), plain_body)
    assert shown(reading.findings) == [
        f"cases/vocabulary/{name}.yml:1:1 file-unreadable" for name in sorted(VOCABULARIES)
    ]
    assert reading.library.cases == {}


def _digest(reading: Reading) -> str:
    library = reading.library
    parts = (list(library.cases.items()), list(library.notices.items()), reading.findings)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def test_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, str | bytes] = {f"cases/2022/2022-{n:03d}.md": CASE for n in range(1, 120)}
    files |= {f"cases/2022/2022-{n}.md": CASE.replace("[精", "[") for n in range(120, 160)}
    make_library(tmp_path, files)
    alone = read_library(config_of(tmp_path), plain_body)
    together = read_library(config_of(tmp_path, processes=2), plain_body)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    monkeypatch.setattr(pools, "SPAWN", 0)
    spawned = read_library(config_of(tmp_path, processes=2), plain_body)
    assert _digest(alone) == _digest(together) == _digest(spawned)
    assert len(shown(alone.findings)) == 40
    assert len(alone.library.cases) == 159


def test_findings_can_be_sent_between_processes(tmp_path: Path) -> None:
    reading = read_toy(tmp_path, {"cases/2022/2022-001.md": "x"})
    assert pickle.loads(pickle.dumps(reading.findings)) == reading.findings
    assert all(isinstance(finding, Finding) for finding in reading.findings)
