import pytest

from generator.reading.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("text", "variant", "line", "column"),
    [
        ("a: 1\n\tb: 2", "tab", 2, 1),
        ("a:\n  - x\n\t- y", "tab", 3, 1),
        ("a: 1\nyear：2022\nb: 2", "colon", 2, 5),
        ("year：2022\nb: 2", "colon", 1, 5),
        ("a: 1\n\nfield ：[x]", "colon", 3, 7),
        ("a: 1\nyear:2022\nb: 2", "space", 2, 5),
        ("year:2022\nb: 2", "space", 1, 5),
        ("a: 'x\nb: 2\n", "quote", 1, 4),
        ('a: 1\nb: "质量\nc: 3', "quote", 2, 4),
        ('title: "实施小批量\nindicators:\n  - unit: "%"\n', "quote", 1, 8),
        ('a: 1\ntitle: "实施小批量\nunit: "次"\n', "quote", 2, 8),
        ('a: 1\n  \ntitle: "实施小批量\n\nunit: "次"\nb: [1\n', "quote", 3, 8),
        ("a:\n  - title: '实施\n    unit: '%'\n", "quote", 2, 12),
        ('a: "x\n  y"\nunit: %', "special", 3, 7),
        ('a: "x \\" y"\nunit: %', "special", 2, 7),
        ("a: 'x''y'\nb: 'x\nunit: '%'\n", "quote", 2, 4),
        ('a: |\n  k: "x\n  b: y\nunit: %', "special", 4, 7),
        ("size:\n\t中型", "tab", 2, 1),
        ("size:\n  \t中型\nb: 2", "tab", 2, 3),
        ('a: "质量"管理', "after-quote", 1, 8),
        ('a: "\\q"', "escape", 1, 5),
        ("a: @b", "special", 1, 4),
        ("a: 1\nunit: %", "special", 2, 7),
        ("a: *重要*", "special", 1, 4),
        ("a: [1, 2\nb: 3", "bracket", 1, 4),
        ("a: {b: 1\nc: 2", "bracket", 1, 4),
        ("a: 1\nwords without colon\nb: 2", "no-colon", 2, 1),
        ("title: a: b", "second-colon", 1, 9),
        ("a:\n   b: 1\n  c: 2", "indent", 3, 3),
        ("a: 1\n  b: 2", "indent", 2, 4),
        ("a: |x\n  b", "block-text", 1, 5),
    ],
)
def test_the_usual_mistakes_are_named_where_they_are(
    text: str, variant: str, line: int, column: int
) -> None:
    (fault,) = read_yaml(text, "a.md").faults
    assert fault.code == "yaml-syntax"
    found = (fault.values["variant"], fault.place.line, fault.place.column)
    assert found == (variant, line, column)


def test_lines_are_lines_of_the_file() -> None:
    (fault,) = read_yaml("a: 1\nb: @", "a.md", first_line=2).faults
    assert (fault.place.line, fault.place.column) == (3, 4)
