import io
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

from generator.errors import BiaoganError
from generator.publication.word import worker
from generator.publication.word.draft import words
from generator.publication.word.pandoc import Pandoc, document, meta_list, meta_text

SMALL = document([{"t": "Para", "c": [words("零缺陷")]}], {"title": meta_text("题")})


def test_a_tree_becomes_a_document(pandoc: Pandoc) -> None:
    assert "零缺陷" in pandoc.write(SMALL, "html5").decode()
    assert pandoc.write(SMALL, "docx") == pandoc.write(SMALL, "docx")
    listed = document([], {"author": meta_list(["甲", "乙"])})
    assert '<meta name="author" content="乙" />' in pandoc.write(listed, "html5").decode()


def test_formulas_become_typst_without_their_dollar_signs(pandoc: Pandoc) -> None:
    texs = [r"\frac{a}{b}", r"5\$", r"\unknown{x}", r"\frac{a", "", r"\text{#规格}"]
    found = pandoc.formulas([*texs, r"\frac{a}{b}"])
    assert found == {
        r"\frac{a}{b}": "a / b",
        r"5\$": r"5 \$",
        r"\text{#规格}": 'upright("#规格")',
    }
    assert pandoc.formulas([]) == {}
    assert pandoc.formulas(texs) == found


def test_a_formula_that_cannot_be_read_stays_as_its_tex(pandoc: Pandoc) -> None:
    tree = document(
        [{"t": "Para", "c": [{"t": "Math", "c": [{"t": "InlineMath"}, r"\nonsense{x}"]}]}]
    )
    assert rb"\nonsense{x}" in _document_xml(pandoc.write(tree, "docx"))


def test_what_pandoc_refuses_is_said(pandoc: Pandoc) -> None:
    with pytest.raises(BiaoganError, match="没有写成文件"):
        pandoc.write(document([{"t": "Nonsense"}]), "docx")
    with pytest.raises(BiaoganError, match="没有写成文件"):
        pandoc.write(SMALL, "no-such-form")
    assert pandoc.write(SMALL, "docx")


def test_a_picture_that_is_not_there_is_no_document(pandoc: Pandoc) -> None:
    image = {"t": "Image", "c": [["", [], []], [], ["none.png", ""]]}
    with pytest.raises(BiaoganError, match=r"none\.png"):
        pandoc.write(document([{"t": "Para", "c": [image]}]), "docx")


def test_what_a_form_cannot_say_is_no_document(pandoc: Pandoc) -> None:
    raw = {"t": "RawBlock", "c": ["openxml", "<w:p/>"]}
    with pytest.raises(BiaoganError):
        pandoc.write(document([raw]), "html5")


def test_a_process_that_was_killed_is_started_again() -> None:
    with Pandoc() as one:
        first = one.write(SMALL, "docx")
        process = one._worker._process
        assert process
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert one.write(SMALL, "docx") == first
        process = one._worker._process
        assert process
        process.send_signal(signal.SIGSTOP)
        process.send_signal(signal.SIGKILL)
        assert one.write(SMALL, "docx") == first


def test_what_takes_too_long_is_stopped_and_the_next_is_written() -> None:
    with Pandoc(timeout=0.5) as one:
        one.write(SMALL, "html5")
        process = one._worker._process
        assert process
        process.send_signal(signal.SIGSTOP)
        with pytest.raises(BiaoganError, match=r"0\.5 秒"):
            one.write(SMALL, "html5")
        assert process.returncode is not None
        one._worker._timeout = 60
        assert one.write(SMALL, "html5")


def test_a_document_beyond_the_memory_is_refused_and_the_next_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    huge = document([{"t": "Para", "c": [words("零缺陷" * 2_000_000)]}])
    with Pandoc() as one:
        monkeypatch.setattr(worker, "MEMORY", 80_000_000)
        with pytest.raises(BiaoganError, match="内存上限"):
            one.write(huge, "docx")
        monkeypatch.undo()
        assert one.write(SMALL, "docx")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Pandoc() as one:
        one.write(SMALL, "docx", pictures={"a.png": b"x"})
        [folder] = tmp_path.iterdir()
        assert list(folder.iterdir()) == []
        process = one._worker._process
    assert process
    assert process.poll() is not None
    assert list(tmp_path.iterdir()) == []


_ORPHAN = """
import os, sys
from generator.publication.word.pandoc import Pandoc, document
one = Pandoc()
one.formulas(["x"])
print(one._worker._process.pid, one._worker._folder, flush=True)
os.kill(os.getpid(), 9)
"""


def test_it_ends_with_who_started_it_and_takes_its_folder_along() -> None:
    ended = subprocess.run(
        (sys.executable, "-c", _ORPHAN), capture_output=True, text=True, check=False
    )
    number, folder = ended.stdout.split()
    assert ended.returncode == -signal.SIGKILL
    for _ in range(100):
        if not Path(folder).exists() and not Path(f"/proc/{number}/exe").exists():
            break
        time.sleep(0.05)
    assert not Path(folder).exists()


FORKED = """
import os
from functools import partial
from generator.pools import each
from generator.publication.word.pandoc import Pandoc

def formula(pandoc, tex):
    return f"{os.getpid()} {pandoc.formulas([tex])[tex]}"

with Pandoc() as pandoc:
    pandoc.formulas(["y"])
    before = pandoc._worker._process
    told = list(each(partial(formula, pandoc), ["a", "b", "c", "d"], processes=2))
    assert [one.split()[1] for one in told] == ["a", "b", "c", "d"], told
    assert str(os.getpid()) not in {one.split()[0] for one in told}, told
    assert pandoc._worker._process is before
    assert pandoc.formulas(["z"]) == {"z": "z"}
"""


def test_forked_processes_have_a_worker_each() -> None:
    """In a process of its own: one of the test runner's may have threads, and then none forks."""
    done = subprocess.run(
        [sys.executable, "-c", FORKED], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_pandoc_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "program", lambda: "/nowhere/pandoc")
    with Pandoc() as one, pytest.raises(BiaoganError, match="make install"):
        one.write(SMALL, "docx")


def _document_xml(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")
