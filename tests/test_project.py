"""The project's own files: pins, locks, scripts and what they promise."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any, Final

import pytest

from tests.test_architecture import imports_of, sources

ROOT: Final = Path(__file__).resolve().parent.parent
LOCKS: Final = ("requirements.lock", "requirements-test.lock", "requirements-bench.lock")
_PIN: Final = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[A-Za-z0-9.]+)")
_LOCK_LINE: Final = re.compile(
    r"(?:#.*|[a-z0-9-]+==[A-Za-z0-9.]+(?: ; [^\\]+?)? \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?)"
)


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lock_text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(lines: str | list[str]) -> set[tuple[str, str]]:
    """Give name and version of every pin; a package may have one version a Python."""
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return {(match["name"].lower(), match["version"]) for match in _PIN.finditer(text)}


def direct(project: dict[str, Any]) -> list[str]:
    groups = project["dependency-groups"].values()
    return [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(pin for group in groups for pin in group),
    ]


def test_direct_dependencies_are_exact(project: dict[str, Any]) -> None:
    assert [pin for pin in direct(project) if not _PIN.fullmatch(pin)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_versions_and_hashes_only(name: str) -> None:
    wrong = [line for line in lock_text(name).splitlines() if not _LOCK_LINE.fullmatch(line)]
    assert wrong == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_version_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", lock_text(name))
    assert [block for block in blocks if "==" in block and "--hash" not in block] == []


def test_locks_hold_the_direct_pins(project: dict[str, Any]) -> None:
    groups = project["dependency-groups"]
    program = {*project["build-system"]["requires"], *project["project"]["dependencies"]}
    runtime, test, bench = (pins(lock_text(name)) for name in LOCKS)
    assert pins(sorted(program)) <= runtime
    assert pins(groups["test"]) <= test
    assert pins([*groups["bench"], *groups["lock"]]) <= bench
    assert runtime <= test, "the tests run what users run"


def test_uv_installs_what_is_locked(project: dict[str, Any]) -> None:
    _, test, bench = (pins(lock_text(name)) for name in LOCKS)
    settings = project["tool"]["uv"]
    assert pins(settings["constraint-dependencies"]) == test | bench
    assert pins(settings["build-constraint-dependencies"]) <= test
    assert pins(project["build-system"]["requires"]) <= pins(
        settings["build-constraint-dependencies"]
    )


@pytest.mark.parametrize(
    "path", [".ci/run", "scripts/environment.sh", "scripts/system-packages.sh"]
)
def test_scripts_are_sound(path: str) -> None:
    assert os.access(ROOT / path, os.X_OK)
    subprocess.run(["bash", "-n", ROOT / path], check=True)


def run_with_fakes(folder: Path, arguments: list[str], fakes: dict[str, str]) -> tuple[int, str]:
    """Run scripts/system-packages.sh where the commands are small fakes."""
    for name, body in fakes.items():
        (folder / name).write_text(f"#!/bin/bash\n{body}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    for tool in ("bash", "env", "grep", "paste", "mktemp", "cat", "rm", "dirname"):
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    done = subprocess.run(
        ["bash", str(ROOT / "scripts/system-packages.sh"), *arguments],
        env={"PATH": str(folder), "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


NOT_INSTALLED: Final = {"dpkg-query": "exit 1", "sudo": "exit 1", "id": "echo 1000"}


def test_missing_system_package_is_named(tmp_path: Path) -> None:
    code, said = run_with_fakes(tmp_path, ["chromium"], {**NOT_INSTALLED, "apt-get": "exit 9"})
    assert code == 0
    assert said.count("\n") == 1
    assert said.endswith("sudo apt-get install chromium\n")


def test_required_system_package_fails(tmp_path: Path) -> None:
    code, said = run_with_fakes(tmp_path, ["--required", "python3-venv"], NOT_INSTALLED)
    assert code == 1
    assert "sudo apt-get install python3-venv" in said


def test_root_installs_system_packages(tmp_path: Path) -> None:
    installed, calls = tmp_path / "installed", tmp_path / "calls"
    fakes = {
        "id": "echo 0",
        "dpkg-query": f"[ -e {installed} ] && echo installed",
        "apt-get": f'echo "$@" >>{calls}; [ "$2" = update ] || echo >{installed}',
    }
    code, _ = run_with_fakes(tmp_path, ["chromium"], fakes)
    assert code == 0
    assert calls.read_text().splitlines()[-1].endswith("--yes chromium")


SKIPS: Final = "import pytest\ndef test_it(): pytest.skip('why')\n"
NEEDS: Final = "import pytest\n@pytest.mark.needs('bash', 'no-such-command')\ndef test_it(): pass\n"


def test_what_is_skipped_and_what_is_missing_is_said(tmp_path: Path) -> None:
    code, output = run_pytest(tmp_path, {"test_skips.py": SKIPS, "test_needs.py": NEEDS}, {})
    assert code == 0
    assert "2 skipped" in output
    assert "test_skips.py:2: why" in output
    assert "needs no-such-command" in output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SKIPS, "a skipped test fails the run"),
        (NEEDS, "missing in CI: no-such-command"),
    ],
    ids=["skips", "needs"],
)
def test_nothing_is_skipped_in_ci(tmp_path: Path, text: str, said: str) -> None:
    code, output = run_pytest(tmp_path, {"test_it.py": text}, {"CI": "true"})
    assert code == 1
    assert said in output


def run_pytest(
    folder: Path, files: Mapping[str, str], environment: dict[str, str]
) -> tuple[int, str]:
    """Run tests beside our conftest in a process of its own, CI only where it is asked for."""
    shutil.copy(ROOT / "tests/conftest.py", folder)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    base = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-ra", "-p", "no:cacheprovider", "."],
        cwd=folder,
        # The plugins are of no use there, and slow to import.
        env={**base, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@cache
def distributions() -> Mapping[str, Sequence[str]]:
    """Give the packages of each module that is installed: seconds, for it looks at every file."""
    return packages_distributions()


def packages_of(*folders: str) -> set[str]:
    """Give the packages that the modules of our folders import."""
    found = distributions()
    names = {name.split(".")[0] for path in sources(*folders) for _, name in imports_of(path)}
    packages = {one for name in names for one in found.get(name, ())}
    # pydantic pins its own core exactly; we are no dependency of ours.
    return {one.lower().replace("_", "-") for one in packages} - {"biaogan", "pydantic-core"}


def test_every_dependency_is_used_and_every_import_pinned(project: dict[str, Any]) -> None:
    """What the program and what the tests import: together, that one process looks at it once."""
    theme = {"mkdocs-material"}
    wanted = {name for name, _ in pins(project["project"]["dependencies"])}
    assert packages_of("generator") == wanted - theme
    groups = project["dependency-groups"]
    known = pins([*groups["test"], *groups["bench"], *project["project"]["dependencies"]])
    assert packages_of("tests", "scripts") <= {name for name, _ in known}
