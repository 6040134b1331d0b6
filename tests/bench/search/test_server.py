import gzip
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.bench.search.server import counting


def test_what_is_sent_is_counted(tmp_path: Path) -> None:
    text = b"const one = 1;\n" * 100
    (tmp_path / "a.js").write_bytes(text)
    (tmp_path / "a.bin").write_bytes(b"12345")
    with counting(tmp_path) as (root, traffic):
        with urllib.request.urlopen(root + "a.js") as answer:
            packed = answer.read()
        assert gzip.decompress(packed) == text
        with urllib.request.urlopen(root + "a.bin") as answer:
            assert answer.read() == b"12345"
            assert answer.headers["Cache-Control"] == "no-store"
        assert traffic.taken() == (2, len(packed) + 5)
        assert traffic.taken() == (0, 0)


def test_a_missing_file_is_noted(tmp_path: Path) -> None:
    with counting(tmp_path) as (root, traffic):
        with pytest.raises(HTTPError) as caught:
            urllib.request.urlopen(root + "gone.bin")
        caught.value.close()
        assert traffic.missing == ["/gone.bin"]
