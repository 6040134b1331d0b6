"""The bundles: everything in, in order, under an address that changes with the content."""

from pathlib import Path

import pytest

from generator.assets import read_assets
from generator.errors import ConfigurationError

THEME = Path(__file__).resolve().parents[1] / "theme"


def theme(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def test_sheets_and_scripts_are_joined_in_the_order_of_their_names(tmp_path: Path) -> None:
    made = theme(
        tmp_path,
        styles__20_dot_css="b {}\n",
        styles__10_dot_css="a {}\n",
        scripts__boot_dot_js="first();",
        scripts__20_dot_js="later();",
        scripts__10_dot_js="sooner();",
    )
    assets = read_assets(made)
    assert assets.style.content == "a {}\nb {}\n"
    assert assets.boot.content == "first();\n"
    assert assets.script.content == "sooner();\nlater();\n"


def test_an_address_changes_with_the_content_and_only_with_it(tmp_path: Path) -> None:
    files = {"styles__a_dot_css": "a {}", "scripts__boot_dot_js": "1", "scripts__x_dot_js": "2"}
    before = read_assets(theme(tmp_path, **files))
    again = read_assets(theme(tmp_path, **files))
    changed = read_assets(theme(tmp_path, **{**files, "styles__a_dot_css": "b {}"}))
    assert before == again
    assert before.style.address != changed.style.address
    assert before.script.address == changed.script.address
    assert before.style.address.startswith("assets/biaogan.css?v=")


def test_a_theme_without_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="custom_dir"):
        read_assets(theme(tmp_path, scripts__boot_dot_js="1"))


def test_every_file_of_the_theme_is_in_a_bundle() -> None:
    assets = read_assets(THEME)
    bundled = "".join(asset.content for asset in assets)
    for path in (*THEME.glob("styles/*"), *THEME.glob("scripts/*")):
        assert path.read_text(encoding="utf-8").strip() in bundled, path.name
