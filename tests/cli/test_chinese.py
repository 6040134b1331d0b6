"""The command line speaks Chinese, also in what its library says by itself."""

import re

import pytest
from click.testing import CliRunner

from generator.cli.main import cli

VERBS = ["check", "build", "serve", "export", "intake", "import-list", "search", "new", "schema"]
VERBS += ["new case", "new notice"]
# What stays Latin: option names, placeholders in capitals, paths, formats, examples, the name.
_LATIN = re.compile(r"[A-Za-z]{2,}")
_ALLOWED = re.compile(
    r"JSON Schema|Word|Excel|--?[a-z-]+|[A-Z]{2,}(?::[A-Z]+)?|biaogan|mkdocs\.yml|import-list"
    r"|plugins|\b(?:check|build|serve|new|search"
    r"|schema|case|notice|edition|text|json|github|sarif|cases|docs|guide|site|csv|xlsx|xls|et|make"
    r"|wuhan-call|Ctrl|intake|docx|doc|wps|zip|rar|export|book|list|handout|data|citations|pdf|epub"
    r"|pptx|wechat|sqlite|jsonld|txt|bib|ris|publicity-demo|exports|provincial)\b"
)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_is_chinese(verb: str) -> None:
    result = CliRunner().invoke(cli, [*verb.split(), "--help"], prog_name="biaogan")
    assert result.exit_code == 0, result.output
    assert "用法：" in result.output
    left = _LATIN.findall(_ALLOWED.sub("", result.output))
    assert left == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["frobnicate"], "没有 frobnicate 这个命令"),
        (["build", "--frobnicate"], "没有 --frobnicate 这个选项"),
        (["check", "--format", "xml"], "值不对"),
        (["check", "no/such/file"], "不存在"),
        (["new", "case"], "缺少选项"),
        (["serve", "--address"], "后面要跟一个值"),
    ],
)
def test_wrong_usage_is_explained_in_chinese(arguments: list[str], says: str) -> None:
    result = CliRunner().invoke(cli, arguments, prog_name="biaogan")
    assert result.exit_code == 2
    assert says in result.output
    assert "Error" not in result.output
    assert "Usage" not in result.output
