"""A form that comes as .doc: written by LibreOffice, and read after it made a .docx of it again."""

import subprocess
from pathlib import Path

import pytest

from generator.intake.form.front_matter import front_matter
from tests.intake.form.blocks import ENTERPRISE, PRIVATE, RECOMMENDER, TITLE
from tests.intake.form.layouts import LAYOUTS
from tests.intake.form.samples import national, read, vocabularies

LAYOUT_NAMES = ("national 2022", "one table", "python-docx")


def convert(folder: Path, target: str, *paths: Path) -> list[Path]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=120)
    return [folder / path.with_suffix(f".{target}").name for path in paths]


@pytest.mark.needs("soffice")
def test_the_facts_survive_the_old_format(tmp_path: Path) -> None:
    secrets = {name: f"密{name}钥" for name in PRIVATE}
    paths = []
    for number, name in enumerate(LAYOUT_NAMES):
        path = LAYOUTS[name](tmp_path, secrets)
        paths.append(path.rename(tmp_path / f"form-{number}.docx"))
    old = convert(tmp_path, "doc", *paths)
    for path in convert(tmp_path, "docx", *old):
        form = read(path)
        front, remarks = front_matter(form, national(), vocabularies())
        wanted = {"enterprise": ENTERPRISE, "recommender": RECOMMENDER, "title": TITLE}
        assert wanted.items() <= front.items()
        assert (front["size"], front["industry"]) == ("大型", "通用设备制造业")
        assert front["field"] == ["过程控制", "质量管理方法"]
        assert front["indicators"]
        assert "钥" not in repr(form) + repr(front) + repr(remarks)
