from pathlib import Path

import pytest

from tests.intake.prose.documents import Word, keys, markdown

TITLE = "构建质量责任链的实践"


def titled(folder: Path, *lines: str) -> tuple[str, str, list[str]]:
    """Give the title and the text of a document that begins with some lines."""
    made = Word().bold(*lines).sections().taken(folder)
    return made.title, markdown(made), keys(made)


@pytest.mark.parametrize("dash", ["——", "—", "--", "── "])
def test_a_subtitle_belongs_to_the_title(dash: str, tmp_path: Path) -> None:
    subtitle = f"{dash}以示例轴承集团为例"
    title, text, _ = titled(tmp_path, TITLE, subtitle)
    assert title == TITLE + subtitle
    assert "为例" not in text


def test_a_line_of_the_enterprise_is_no_subtitle(tmp_path: Path) -> None:
    title, _, said = titled(tmp_path, TITLE, "——示例精密轴承有限公司")
    assert title == TITLE
    assert "cover" in said


def test_a_title_of_two_lines_that_the_cover_has_too_is_taken_once(tmp_path: Path) -> None:
    lines = (TITLE, "——以示例轴承集团为例")
    title, text, _ = titled(tmp_path, *lines, "2022年6月", *lines)
    assert title == "".join(lines)
    assert TITLE not in text
    assert "为例" not in text
