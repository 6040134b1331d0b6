"""Every Word document of the demonstration library is sound."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.export import command
from tests.publication.word.docx import Docx
from tests.publication.word.soundness import faults

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("kind", ["case", "book", "list", "notice", "handout"])
def test_documents_are_sound(kind: str, tmp_path: Path) -> None:
    asked = [kind, "--all", "-F", "docx", "-q", "-f", str(ROOT / "mkdocs.yml"), "-o", str(tmp_path)]
    result = CliRunner().invoke(command, asked)
    assert result.exit_code == 0, result.output
    made = list(tmp_path.rglob("*.docx"))
    assert made
    assert {one.name: faults(Docx(one.read_bytes())) for one in made} == {
        one.name: [] for one in made
    }
