from collections.abc import Callable
from functools import partial

import frontmatter
import pytest
from frontmatter.default_handlers import YAMLHandler
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.front_matter import FrontMatterHandler, read_front_matter
from tests.reading.toy import placed


def test_parts_keep_their_lines() -> None:
    outcome = read_front_matter("---\nyear: 2022\n\n---\n\n正文 ---\n---\n尾\n", "a.md")
    assert outcome.faults == ()
    assert outcome.value is not None
    assert outcome.value.data == {"year": "2022"}
    assert outcome.value.body == "\n正文 ---\n---\n尾\n"
    assert outcome.value.body_line == 5


@pytest.mark.parametrize(
    ("text", "data", "body", "line"),
    [
        ("---\n---\n", {}, "", 3),
        ("---\n---", {}, "", 3),
        ("--- \na: b\n---\t\nc", {"a": "b"}, "c", 4),
        ("---\n# 注\n---\nc", {}, "c", 4),
        ("---\n|\n ---\n a\n---\nc", None, "c", 6),
    ],
)
def test_borders(text: str, data: object, body: str, line: int) -> None:
    front = read_front_matter(text, "a.md").value
    assert front is not None
    assert (front.data, front.body, front.body_line) == (data, body, line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 front-matter-missing"),
        ("正文", "1:1 front-matter-missing"),
        ("\n---\na: b\n---\n", "1:1 front-matter-missing"),
        ("———\na: b\n———\n", "1:1 front-matter-missing"),
        ("---\na: b\n", "1:1 front-matter-unclosed"),
        ("---\na: b\n----\n", "1:1 front-matter-unclosed"),
        ("---\n- a\n- b\n---\n", "2:1 front-matter-not-mapping"),
        ("---\nyear：2022\n---\n", "2:1 front-matter-not-mapping"),
        (
            f"---\na: |\n{'  b' * 30000}\n{'  b' * 30000}\n{'  b' * 30000}\n---\n",
            "1:1 front-matter-too-large",
        ),
        (f"---\n{'[' * 60_000}\n---\n", "2:21 yaml-too-deep"),
        (f"---\n{'- ' * 30_000}\n---\n", "2:41 yaml-too-deep"),
        ("---\na: 1\nb: c: d\n---\n", "3:5 yaml-syntax"),
        ("---\na: 1\na: 2\n---\n", "3:1 yaml-duplicate-key"),
    ],
)
def test_faults_stand_on_lines_of_the_file(text: str, expected: str) -> None:
    assert placed(read_front_matter(text, "a.md").faults, text) == [expected]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(["---", "----", " ", "\t", "\n", "a: b", "正"])).map("".join))
def test_a_text_is_parted_as_python_frontmatter_does(text: str) -> None:
    handler = FrontMatterHandler()
    if handler.detect(text):  # nobody asks for the parts of another
        assert parted(handler.split, text) == parted(partial(YAMLHandler.split, handler), text)


def parted(split: Callable[[str], tuple[str, str]], text: str) -> tuple[str, str] | None:
    try:
        return split(text)
    except ValueError:
        return None


def test_python_frontmatter_reads_with_the_handler() -> None:
    post = frontmatter.loads("---\nindustry: 06\n---\n正文", handler=FrontMatterHandler())
    assert post.metadata == {"industry": "06"}
    assert post.content == "正文"
