"""Write the lock files and the pins of what our dependencies need in turn.

`requirements.lock` holds the program and its build backend, `requirements-test.lock` the same and
the tests' tools, `requirements-bench.lock` what `make bench` and `make lock` need beside those. All
hold versions and hashes, and no address: pip asks the index that the machine is set up for. uv's
own lock file would hold addresses, so `[tool.uv]` in pyproject.toml repeats the versions for
`uv run`.

Versions stay as locked unless a pin changed; `--upgrade` takes the newest allowed ones.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
PYPROJECT: Final = ROOT / "pyproject.toml"
OPTIONS: Final = [
    *("pip", "compile", "--quiet", "--no-config", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header", "--system-certs"),
]
HEADER: Final = "# Written by `make lock`; do not edit.\n"
_PIN: Final = re.compile(
    r"^(?P<pin>[a-z0-9][a-z0-9._-]*==[^\s;\\]+(?: ; [^\\]+?)?)\s*\\?$", re.MULTILINE
)


def pins(lock: str) -> list[str]:
    """Give the `name==version` lines of a lock file, with their markers, in its order."""
    return [match["pin"] for match in _PIN.finditer(lock)]


def requirements(project: dict[str, Any], groups: Sequence[str]) -> list[str]:
    """Give the direct requirements of the program, or of dependency groups when some are named."""
    if not groups:
        return [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    return [pin for group in groups for pin in project["dependency-groups"][group]]


def resolve(wanted: Sequence[str], *options: str, known: str = "") -> str:
    """Give a lock for every supported Python and platform, keeping what `known` holds."""
    uv = shutil.which("uv") or str(ROOT / ".venv/bin/uv")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "requirements.in"), Path(folder, "requirements.lock")
        source.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        target.write_text(known, encoding="utf-8")
        done = subprocess.run(
            [uv, *OPTIONS, *options, "--output-file", str(target), str(source)],
            check=False,
            stdout=subprocess.DEVNULL,
        )
        if done.returncode:
            sys.exit("uv could not resolve the requirements; nothing was written for them")
        return target.read_text(encoding="utf-8")


def write_lock(name: str, wanted: Sequence[str], *options: str) -> str:
    """Resolve requirements into a lock file of the project and give its text."""
    path = ROOT / name
    known = path.read_text(encoding="utf-8") if path.exists() else ""
    lock = resolve(wanted, *options, known=known)
    path.write_text(HEADER + lock, encoding="utf-8")
    return lock


def write_constraints(key: str, wanted: Sequence[str]) -> None:
    """Put a list of pins into `[tool.uv]`, leaving the rest of pyproject.toml as it is."""
    lines = "".join(f"    {quoted(pin)},\n" for pin in wanted)
    text = PYPROJECT.read_text(encoding="utf-8")
    replaced, count = re.subn(
        rf"^{key} = \[[^\]]*\]$", lambda _: f"{key} = [\n{lines}]", text, flags=re.MULTILINE
    )
    if count != 1:
        sys.exit(f"pyproject.toml has {count} lists {key}, not one")
    PYPROJECT.write_text(replaced, encoding="utf-8")


def quoted(pin: str) -> str:
    """Write a pin as a TOML string; markers hold single quotes only."""
    return f'"{pin}"'


def main(arguments: Sequence[str]) -> None:
    """Write all three lock files, then the constraints."""
    upgrade = [argument for argument in arguments if argument == "--upgrade"]
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    program = requirements(project, [])
    write_lock("requirements.lock", program, *upgrade)
    held = ("--constraint", str(ROOT / "requirements.lock"))
    test = write_lock(
        "requirements-test.lock", [*program, *requirements(project, ["test"])], *upgrade, *held
    )
    bench = write_lock(
        "requirements-bench.lock", requirements(project, ["bench", "lock"]), *upgrade
    )
    build = resolve(project["build-system"]["requires"], *held)
    write_constraints("constraint-dependencies", sorted({*pins(test), *pins(bench)}))
    write_constraints("build-constraint-dependencies", pins(build))


if __name__ == "__main__":
    main(sys.argv[1:])
