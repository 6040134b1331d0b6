import gzip
import json
import sqlite3
from pathlib import Path

import pytest

from generator.search.folding import fold
from tests.bench.search.answers import Answers, read_answers, write_answers
from tests.bench.search.pagefind_peer import keys_of_fragments, page
from tests.bench.search.pairs import expression, terms_of_text, terms_of_word
from tests.bench.search.reads import PAGE, Reads
from tests.bench.search.scoring import Answer
from tests.bench.search.texts import Text


def test_pairs_of_a_text_end_with_the_last_character() -> None:
    assert list(terms_of_text("压铸件·5g")) == ["压铸", "铸件", "件", "5g", "g"]


def test_one_character_is_a_prefix() -> None:
    assert list(terms_of_word("铸·压铸件")) == [("铸", True), ("压铸", False), ("铸件", False)]


def test_the_expression_finds_what_holds_all_words() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE found USING fts5(text)")
    for text in ("压铸件、六西格玛", "浇铸", '引号"与 OR', "六西 西格"):
        database.execute("INSERT INTO found VALUES (?)", (" ".join(terms_of_text(fold(text))),))
    wanted = {"铸": [1, 2], "压铸 六西格": [1], "格玛": [1], "or": [3]}
    for words, rows in wanted.items():
        query = expression(words.split())
        got = database.execute("SELECT rowid FROM found(?)", (query,)).fetchall()
        assert [row for (row,) in got] == rows
    database.close()


def test_pages_are_read_once_and_neighbours_together() -> None:
    reads = Reads()
    for page_number in (0, 1, 2, 9, 1, 10, 4):
        reads.note(PAGE, page_number * PAGE)
    assert reads.taken() == (6, 3)


def test_a_read_across_pages_counts_both() -> None:
    reads = Reads()
    reads.note(100, PAGE - 50)
    assert reads.taken() == (2, 1)


def test_a_page_escapes_what_it_shows() -> None:
    html = page(Text(1, "2022-001", "a<b", "甲&乙", ("名",), ("<script>",)))
    assert "<h1>a&lt;b</h1>" in html
    assert "甲&amp;乙" in html
    assert "<p>&lt;script&gt;</p>" in html


def test_a_case_without_a_title_is_headed_by_its_enterprise() -> None:
    assert "<h1>甲</h1>" in page(Text(1, "2022-001", "", "甲", (), ()))


def test_fragments_say_which_case_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "pagefind/fragment"
    folder.mkdir(parents=True)
    data = b"pagefind_dcd" + json.dumps({"url": "/p/17.html"}).encode()
    (folder / "zh-cn_ab12.pf_fragment").write_bytes(gzip.compress(data))
    assert dict(keys_of_fragments(tmp_path)) == {"zh-cn_ab12": 17}


@pytest.mark.parametrize("rows", [(), (3, 1)])
def test_answers_survive_the_way_between_processes(tmp_path: Path, rows: tuple[int, ...]) -> None:
    given = Answers(
        [Answer((), 0.2, 0.2, 10, 1)], [Answer(rows, 0.1, 0.1, 5, 2, is_cut_off=not rows)]
    )
    write_answers(tmp_path / "a.json", given)
    assert read_answers(tmp_path / "a.json") == given
