"""The JSON Schemas that editors' tools read."""

import json

import pytest
from click.testing import CliRunner

from generator.cli.main import cli
from tests.site.tools import ROOT

KINDS = ["case", "notice", "edition"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_the_one_that_the_program_prints(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(cli, ["schema", kind])
    assert result.exit_code == 0
    committed = (ROOT / "docs" / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert result.output == committed, "run `biaogan schema --write` and commit the result"
    assert json.loads(committed)["additionalProperties"] is False


def test_without_a_kind_it_says_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(cli, ["schema"])
    assert result.exit_code == 2
    assert "case、notice 或 edition" in result.output


def test_every_content_file_names_its_schema() -> None:
    marks = {
        "cases/*/*.md": "$schema: ../../docs/schema/case.schema.json",
        "notices/*.md": "$schema: ../docs/schema/notice.schema.json",
        "cases/*/edition.yml": "$schema=../../docs/schema/edition.schema.json",
    }
    for pattern, mark in marks.items():
        files = sorted(ROOT.glob(pattern))
        assert files
        assert [path for path in files if mark not in path.read_text(encoding="utf-8")] == []
