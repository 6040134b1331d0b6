"""The bundles: everything in, in order, under an address that changes with the content."""

import gzip
from pathlib import Path

import pytest

from generator.assets import FINDER, read_assets
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
    assert assets.boot.content == "first()\n"
    assert assets.script.content == "sooner(),later()\n"


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


def test_scripts_lose_their_comments_and_keep_their_texts(tmp_path: Path) -> None:
    script = '/* why */\nvar a = "//  kept"; // gone\nuse(`  ${ a }  `);\n'
    made = theme(
        tmp_path, styles__a_dot_css="", scripts__boot_dot_js="1;", scripts__a_dot_js=script
    )
    assert read_assets(made).script.content == 'var a="//  kept";use(`  ${a}  `)\n'


def test_the_finders_files_share_one_closure(tmp_path: Path) -> None:
    files = {"styles__a_dot_css": "", "scripts__boot_dot_js": "1;", "scripts__a_dot_js": "2;"}
    empty = read_assets(theme(tmp_path, **files)).finder
    assert empty.content == '(function(){"use strict"})()\n'
    made = theme(tmp_path, finder__20_dot_js="use(one);", finder__10_dot_js="const one = 1;")
    finder = read_assets(made).finder
    assert finder.content == '(function(){"use strict";let e=1;use(e)})()\n'
    assert finder.address.startswith("assets/finder.js?v=")
    assert finder.address != empty.address


def test_a_service_takes_what_it_names_as_shared_and_no_more(tmp_path: Path) -> None:
    files = {"styles__a_dot_css": "", "scripts__boot_dot_js": "1;", "scripts__a_dot_js": "2;"}
    made = theme(
        tmp_path,
        **files,
        services__saving_dot_js="window.save = 1;",
        services__other_dot_js="window.other = 1;",
        services__one__10_dot_js="// First.\n// Uses ../saving.js\nrun();",
        services__one__20_dot_js="// Uses ../saving.js\nlater();",
        services__two__10_dot_js="// It Uses ../saving.js not\nrun();",
    )
    bundles = {name: asset.content for name, asset in read_assets(made).services.items()}
    assert bundles == {
        "one": '(function(){"use strict";window.save=1,run(),later()})()\n',
        "two": '(function(){"use strict";run()})()\n',
    }


def test_only_declarations_of_the_finder_become_let(tmp_path: Path) -> None:
    script = (
        'const one = "const two"; // const\n'
        "  const three = `const ${ one }`;\n"
        '  for (const x of three) use(one, three, /const /, x, " const ");\n'
    )
    files = {"styles__a_dot_css": "", "scripts__boot_dot_js": "1;", "scripts__a_dot_js": script}
    made = read_assets(theme(tmp_path, **files, finder__a_dot_js=script))
    lets = made.finder.content
    assert "let " in lets
    for text in ('"const two"', "`const ${", "for(const ", "/const /", '" const "'):
        assert text in lets
    assert lets.count("const") == 5
    assert "const one" in made.script.content, "other scripts stay as they are"


def test_no_text_of_the_finder_begins_a_line_with_const() -> None:
    """What `const` would be changed in: a text between backticks that goes on in a next line."""
    for path in (THEME / FINDER).glob("*.js"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert line.count("`") % 2 == 0, (path.name, line)


def test_every_sheet_of_the_theme_is_in_the_bundle() -> None:
    bundled = read_assets(THEME).style.content
    for path in THEME.glob("styles/*"):
        assert path.read_text(encoding="utf-8").strip() in bundled, path.name


def test_the_finder_is_at_most_12_kb_on_the_way() -> None:
    finder = read_assets(THEME).finder.content.encode()
    assert len(gzip.compress(finder, 9, mtime=0)) <= 12 * 1024
