"""npm packages: exact pins, locks without addresses, and a script that says what is missing."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from tests.conftest import is_there

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDERS: Final = ("theme/vendor", "tests/tools", "tests/bench/lighthouse", "tests/bench/search")
SCRIPT: Final = "scripts/node-packages.sh"

each_folder = pytest.mark.parametrize("folder", FOLDERS)


def described(folder: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / folder / name).read_text(encoding="utf-8"))
    return found


@each_folder
def test_direct_packages_are_exact_and_locked(folder: str) -> None:
    package = described(folder, "package.json")
    locked = described(folder, "package-lock.json")["packages"]
    kinds = ("dependencies", "optionalDependencies", "overrides")
    wanted = {name: pin for kind in kinds for name, pin in package.get(kind, {}).items()}
    assert [pin for pin in wanted.values() if not re.fullmatch(r"\d+\.\d+\.\d+", pin)] == []
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted


@each_folder
def test_locks_hold_hashes_and_no_addresses(folder: str) -> None:
    locked = described(folder, "package-lock.json")["packages"]
    below = {name: entry for name, entry in locked.items() if name}
    assert below
    assert [name for name, entry in below.items() if "resolved" in entry] == []
    assert [n for n, entry in below.items() if not entry["integrity"].startswith("sha512-")] == []


def test_the_script_is_sound() -> None:
    assert os.access(ROOT / SCRIPT, os.X_OK)
    subprocess.run(["bash", "-n", ROOT / SCRIPT], check=True)


def install(folder: Path, npm: str | None, *options: str, **extra: str) -> tuple[int, str]:
    """Run the script in a project of its own, where npm is a small fake or missing."""
    for name in (SCRIPT, "tests/tools/package.json", "tests/tools/package-lock.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    commands = folder / "commands"
    commands.mkdir(exist_ok=True)
    tools = "bash basename cat cp cut dirname env mkdir rm sha256sum touch"
    for tool in tools.split():
        if not (commands / tool).exists():
            (commands / tool).symlink_to(shutil.which(tool) or tool)
    if npm is not None:
        (commands / "npm").write_text(f"#!/bin/bash\n{npm}\n", encoding="utf-8")
        (commands / "npm").chmod(0o755)
    done = subprocess.run(
        ["bash", SCRIPT, *options, "tests/tools"],
        cwd=folder,
        env={"PATH": str(commands), **extra},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("npm", [None, "echo refused; exit 1"], ids=["no-npm", "npm-fails"])
def test_a_failure_is_said_and_fails_only_where_it_must(tmp_path: Path, npm: str | None) -> None:
    code, said = install(tmp_path, npm)
    assert code == 0
    assert "tests/tools" in said
    assert install(tmp_path, npm, "--required")[0] == 1
    assert install(tmp_path, npm, CI="true")[0] == 1


def test_packages_are_installed_once_and_without_their_scripts(tmp_path: Path) -> None:
    npm = 'echo "$@" >>calls; mkdir -p node_modules'
    for _ in range(2):
        assert install(tmp_path, npm)[0] == 0
    calls = (tmp_path / "build/node/tools/calls").read_text(encoding="utf-8").splitlines()
    assert len(calls) == 1
    assert calls[0].startswith("ci --ignore-scripts ")


def test_needs_know_npm_packages() -> None:
    assert not is_there("npm:no-such-package")
    assert not is_there("no-such-command")
    assert is_there("bash")
