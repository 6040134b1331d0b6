"""Findings as people and programs read them."""

import json

from generator.findings import Finding, Severity
from generator.reporting import as_github, as_json, as_sarif, as_text

ERROR = Finding("cases/2022/a.md", 3, 7, "title-too-long", Severity.ERROR, "标题 31 字", "改短")
WARNING = Finding("notices/b,c.md", 1, 1, "source-missing", Severity.WARNING, "100%\n两行", "")


def test_text_names_path_line_column_code_and_hint() -> None:
    lines = as_text([ERROR, WARNING]).splitlines()
    assert lines[0] == "cases/2022/a.md:3:7: 错误 title-too-long 标题 31 字"
    assert lines[1].endswith("改短")
    assert lines[-1] == "共 1 处错误、1 处警告，涉及 2 个文件。"


def test_text_is_plain_unless_colour_is_wanted() -> None:
    assert "\x1b" not in as_text([ERROR])
    assert "\x1b[31;1m" in as_text([ERROR], colour=True)


def test_control_characters_of_content_never_reach_the_terminal() -> None:
    hostile = Finding("a\x1b[2J.md", 1, 1, "key-unknown", Severity.ERROR, "x\x07\x9by", "")
    report = as_text([hostile])
    assert "\x1b" not in report
    assert "\x07" not in report
    assert "\x9b" not in report


def test_json_counts_and_holds_everything() -> None:
    document = json.loads(as_json([ERROR, WARNING]))
    assert (document["errors"], document["warnings"]) == (1, 1)
    assert document["findings"][0] == {
        "path": "cases/2022/a.md",
        "line": 3,
        "column": 7,
        "code": "title-too-long",
        "severity": "error",
        "message": "标题 31 字",
        "hint": "改短",
    }


def test_github_commands_are_escaped() -> None:
    lines = as_github([ERROR, WARNING]).splitlines()
    assert lines[0].startswith("::error file=cases/2022/a.md,line=3,col=7,title=title-too-long::")
    assert lines[1] == (
        "::warning file=notices/b%2Cc.md,line=1,col=1,title=source-missing::100%25%0A两行"
    )


def test_sarif_has_one_run_with_rules_and_places() -> None:
    run = json.loads(as_sarif([ERROR]))["runs"][0]
    assert run["tool"]["driver"]["rules"] == [{"id": "title-too-long"}]
    result = run["results"][0]
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 7,
    }
