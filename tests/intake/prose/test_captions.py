from pathlib import Path

import pytest

from generator.intake.prose.labels import read_label
from generator.rendering.markdown import render
from tests.intake.prose.documents import BODY, Word, keys, markdown, said

TABLE = (("指标", "数值"), ("废品率", "1"))


def in_the_middle(tmp_path: Path, word: Word) -> str:
    """Give the Markdown between two marks."""
    return markdown(word.text("尾段。" + BODY).taken(tmp_path))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("图1 控制图", "figure"),
        ("图1控制图", "figure"),
        ("图 1-2：控制图", "figure"),
        ("图一 控制图", "figure"),
        ("图１　控制图", "figure"),
        ("表2.1 指标", "table"),
        ("表3", "table"),
        ("Figure 3 Chart", "figure"),
        ("图1所示为控制图", ""),
        ("图2给出了结果", ""),
        ("图1 控制图。之后改进", ""),
        ("表面粗糙度", ""),
        ("图纸审查", ""),
        ("图书馆", ""),
    ],
)
def test_labels_are_known_from_sentences(words: str, kind: str) -> None:
    label = read_label(words)
    assert (label.kind if label else "") == kind


def test_a_caption_below_a_picture_is_its_title(tmp_path: Path) -> None:
    word = Word().sections().text(f"{BODY}如图1所示。").picture().text("图1 控制图")
    text = in_the_middle(tmp_path, word)
    assert "![控制图](2022-059/tu-1.png)" in text
    assert "如图1所示" in text
    assert "图1 控制图" not in text
    page = render(text, first_line=1, publish=lambda address: address).html
    assert '<figcaption><span class="number">图1</span> 控制图</figcaption>' in page


def test_the_caption_style_above_and_below(tmp_path: Path) -> None:
    word = Word().sections().picture().styled("Caption", "图1 控制图")
    word.text(BODY).styled("Caption", "表1 指标").table(*TABLE)
    text = markdown(word.taken(tmp_path))
    assert "![控制图]" in text
    assert "\n表：指标\n\n| 指标" in text


def test_a_caption_above_a_picture_is_moved(tmp_path: Path) -> None:
    word = Word().sections().text("图1 控制图").picture("blue").text(BODY)
    made = word.taken(tmp_path)
    assert "![控制图]" in markdown(made)
    assert "caption_above" in keys(made)


def test_captions_of_pictures_that_follow_each_other(tmp_path: Path) -> None:
    word = Word().sections()
    word.picture("red").text("图1 甲").picture("blue").text("图2 乙").picture("green").text(
        "图3 丙"
    )
    text = markdown(word.taken(tmp_path))
    assert [text.find(each) >= 0 for each in ("![甲]", "![乙]", "![丙]")] == [True] * 3
    assert text.index("![甲](2022-059/tu-1.png)") < text.index("![乙](2022-059/tu-2.png)")


def test_two_pictures_side_by_side_with_two_captions(tmp_path: Path) -> None:
    word = Word().sections().picture("red").picture("blue").text("图1 改进前    图2 改进后")
    text = markdown(word.taken(tmp_path))
    assert "![改进前](2022-059/tu-1.png)" in text
    assert "![改进后](2022-059/tu-2.png)" in text


def test_two_pictures_with_one_caption_are_told(tmp_path: Path) -> None:
    made = Word().sections().picture("red").picture("blue").text("图1 改进前后").taken(tmp_path)
    assert "![改进前后](2022-059/tu-2.png)" in markdown(made)
    assert {"pictures_together", "picture_untitled"} <= set(keys(made))


def test_a_caption_below_a_table_is_moved_above(tmp_path: Path) -> None:
    word = Word().sections()
    word.table(*TABLE)
    made = word.text("表1 主要指标", BODY).taken(tmp_path)
    assert "\n表：主要指标\n\n| 指标" in markdown(made)
    assert "caption_below" in keys(made)


def test_a_table_caption_with_its_unit(tmp_path: Path) -> None:
    word = Word().sections().text("表1 主要指标", "单位：万元")
    word.table(*TABLE)
    assert "\n表：主要指标（单位：万元）\n\n|" in markdown(word.taken(tmp_path))


def test_an_unnumbered_bold_line_above_a_table(tmp_path: Path) -> None:
    word = Word().sections().bold("主要指标对比")
    word.table(*TABLE)
    made = word.taken(tmp_path)
    assert "\n表：主要指标对比\n\n|" in markdown(made)
    assert "caption_unnumbered" in keys(made)


def test_a_sentence_above_a_table_stays(tmp_path: Path) -> None:
    word = Word().sections().text("主要指标见下表：")
    word.table(*TABLE)
    assert "\n主要指标见下表：\n\n|" in markdown(word.taken(tmp_path))


def test_other_numbers_than_the_programs_are_told(tmp_path: Path) -> None:
    word = Word().sections().picture().text("图3-1 甲", f"{BODY}见图3-1。")
    made = word.taken(tmp_path)
    assert said(made, "caption_numbers") == [
        "1 处图号、表号由程序重编，正文中的提法请核对：图3-1→图1"
    ]
    assert "references" in keys(made)


def test_numbers_in_order_are_not_told(tmp_path: Path) -> None:
    word = Word().sections().picture("red").text("图一 甲").picture("blue").text("图２ 乙")
    assert "caption_numbers" not in keys(word.taken(tmp_path))


def test_a_caption_without_its_picture_is_told(tmp_path: Path) -> None:
    made = Word().sections().text("图1 控制图", BODY).taken(tmp_path)
    assert "caption_alone" in keys(made)
    assert "图1 控制图" in markdown(made)


def test_a_table_and_a_figure_between_share_nothing(tmp_path: Path) -> None:
    word = Word().sections().picture().styled("Caption", "图1 控制图")
    word.table(*TABLE)
    word.text(BODY)
    text = markdown(word.taken(tmp_path))
    assert "![控制图]" in text
    assert "表：" not in text
