"""The house as rules: which way imports point, how long things may be, where Chinese may stand."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
GENERATOR: Final = ROOT / "generator"
THEME: Final = ROOT / "theme"

BASE: Final = frozenset(
    {"config", "errors", "findings", "processes", "reporting", "strings", "suggestions"}
    | {"today", "workdays", "writing"}
    | {"digests", "keeping", "pools", "program", "progress"}
)
"""Parts that every part may use; among themselves too."""

MAY_IMPORT: Final[Mapping[str, frozenset[str]]] = {
    "library": frozenset(),
    "library.rules": frozenset({"library"}),
    "catalogue": frozenset({"library"}),
    "reading": frozenset({"library", "library.rules"}),
    "rendering": frozenset({"library"}),
    "charts": frozenset(),
    "assets": frozenset(),
    "pages": frozenset({"library", "catalogue", "charts", "rendering"}),
    "intake": frozenset({"library", "library.rules", "reading"}),
    "search": frozenset({"library", "catalogue", "rendering", "pages"}),
    "unlinking": frozenset({"library", "pages"}),
    "site": frozenset(
        {"library", "library.rules", "catalogue", "reading", "rendering", "pages", "unlinking"}
    ),
    "site_folder": frozenset(),
    "building": frozenset({"library", "reading", "pages", "site", "site_folder"}),
    "page_inlining": frozenset(),
    "template_cache": frozenset(),
    "page_environment": frozenset({"page_inlining"}),
    "templates": frozenset({"library", "catalogue", "pages", "page_environment", "template_cache"}),
    "publication": frozenset({"library", "catalogue", "charts", "rendering", "pages"}),
    "afterwards": frozenset({"building", "search", "publication", "site"}),
    "vendored": frozenset({"assets", "pages"}),
    "settings": frozenset({"library", "pages", "assets", "site", "building", "vendored"}),
    "plugin": frozenset(
        {"template_cache", "library", "pages", "building", "templates", "assets", "settings"}
        | {"site", "search", "site_folder", "afterwards", "vendored"}
    ),
    "serving": frozenset(
        {"library", "library.rules", "catalogue", "reading", "rendering", "pages", "search"}
        | {"assets", "templates", "site"}
    ),
    "cli": frozenset(
        {"library", "library.rules", "catalogue", "reading", "rendering", "pages", "intake"}
        | {"search", "site", "site_folder", "settings", "plugin", "serving", "assets", "templates"}
        | {"building", "publication", "vendored"}
    ),
}
"""Part of the generator → the parts below it. A part may also use itself and `BASE`."""

THIRD_PARTY: Final[Mapping[str, frozenset[str]]] = {
    "library": frozenset({"pydantic"}),
    "library.rules": frozenset({"pydantic"}),
    "catalogue": frozenset({"pydantic"}),
    "charts": frozenset({"markupsafe"}),
    "pages": frozenset({"icalendar", "segno"}),
    "search": frozenset({"numpy", "opencc", "pypinyin"}),
}
"""Parts that may not use just any package → the packages that they may use."""

ENGINE: Final = frozenset({"mkdocs", "properdocs", "jinja2"})
ENGINE_PARTS: Final = frozenset(
    {"plugin", "settings", "templates", "page_environment", "page_inlining", "cli"}
    | {"template_cache"}
)
"""If it would change when we left MkDocs, it is in the adapter."""

MAX_FILE_LINES: Final = 300
MAX_FUNCTION_LINES: Final = 40
LONGER: Final[Mapping[str, int]] = {}
"""Path, or path:function → its own limit, with the reason beside it. Empty is best."""

_HAN: Final = re.compile(r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uffee]")
_TEMPLATE_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_TEMPLATE_USE: Final = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+\"([^\"]+)\"")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Give the imports and functions of a file, without bodies: all trees would be large."""
    wanted = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef)
    found = tuple(node for node in ast.walk(parsed(path)) if isinstance(node, wanted))
    for function in functions_of(found):
        function.body.clear()
    return found


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    """Give the part of the house: generator.library.rules.dates → library.rules."""
    names = module.split(".")[1:]
    if not names:
        return ""
    return "library.rules" if names[:2] == ["library", "rules"] else names[0]


@cache
def our_modules() -> frozenset[str]:
    return frozenset(module_of(path) for path in sources("generator"))


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and module of every import, wherever in the file, `from x import module` too."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield node.lineno, full if full in our_modules() else base


def is_ours(module: str) -> bool:
    return module == "generator" or module.startswith("generator.")


def test_every_part_has_its_place() -> None:
    parts = {part_of(module_of(path)) for path in sources("generator")}
    assert parts - BASE - MAY_IMPORT.keys() - {""} == set()


def test_imports_point_down() -> None:
    faults = []
    for path in sources("generator"):
        part = part_of(module_of(path))
        allowed = MAY_IMPORT.get(part, frozenset()) | BASE | {part, ""}
        faults += [
            f"{shown(path)}:{line}: {part} may not import {name}"
            for line, name in imports_of(path)
            if is_ours(name) and part_of(name) not in allowed
        ]
    assert faults == []


def test_no_relative_imports() -> None:
    faults = [
        f"{shown(path)}:{node.lineno}"
        for path in sources("generator")
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert faults == []


def test_modules_form_no_circle() -> None:
    graph = {
        module_of(path): {name for _, name in imports_of(path) if is_ours(name)} - {"generator"}
        for path in sources("generator")
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " → ".join(error.args[1])
        raise AssertionError(circle) from None


def test_core_knows_no_packages() -> None:
    faults = []
    for path in sources("generator"):
        part = part_of(module_of(path))
        known = THIRD_PARTY.get(part)
        for line, name in imports_of(path):
            package = name.split(".")[0]
            if is_ours(name) or package in sys.stdlib_module_names:
                continue
            if (known is not None and package not in known) or (
                package in ENGINE and part not in ENGINE_PARTS
            ):
                faults.append(f"{shown(path)}:{line}: {part} may not import {package}")
    assert faults == []


def functions_of(found: Iterable[ast.AST]) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in found if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_files_are_short() -> None:
    faults = []
    for path in sources("generator", "scripts", "tests"):
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > LONGER.get(shown(path), MAX_FILE_LINES):
            faults.append(f"{shown(path)}: {lines} lines")
    assert faults == []


def test_functions_are_short() -> None:
    faults = []
    for path in sources("generator", "scripts", "tests"):
        for node in functions_of(nodes(path)):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGER.get(f"{shown(path)}:{node.name}", MAX_FUNCTION_LINES):
                faults.append(f"{shown(path)}:{node.lineno}: {node.name} has {lines} lines")
    assert faults == []


def docstring_lines(tree: ast.Module) -> set[int]:
    """Give the lines where docstrings stand: of modules, classes, functions and attributes."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def test_code_holds_no_chinese_text() -> None:
    faults = []
    for path in sources("generator"):
        text = path.read_text(encoding="utf-8")
        tree = parsed(path) if _HAN.search(text) else ast.Module([], [])
        inside = docstring_lines(tree)
        faults += [
            f"{shown(path)}:{node.lineno}: {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.lineno not in inside
            and _HAN.search(ast.get_source_segment(text, node) or "")
        ]
    assert faults == []


def test_templates_hold_no_chinese_text() -> None:
    faults = []
    for path in sorted(THEME.rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        text = _TEMPLATE_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source)
        faults += [
            f"{shown(path)}:{number}: {line.strip()}"
            for number, line in enumerate(text.splitlines(), start=1)
            if _HAN.search(line)
        ]
    assert faults == []


def templates_planned(path: Path) -> Iterator[str]:
    """Yield the templates that a module plans pages with: second argument of PlannedPage."""
    for node in ast.walk(parsed(path)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "PlannedPage"
        ):
            yield from (
                inner.value
                for inner in ast.walk(node.args[1])
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
            )


def test_every_template_has_its_page_and_every_page_its_template() -> None:
    named = {name for path in sources("generator/pages") for name in templates_planned(path)}
    named |= {
        node.value
        for node in ast.walk(parsed(GENERATOR / "templates.py"))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.endswith(".html")
    }
    templates = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")}
    shared = {
        name
        for path in THEME.rglob("*.html")
        for name in _TEMPLATE_USE.findall(path.read_text(encoding="utf-8"))
    }
    assert named <= templates
    assert shared <= templates
    assert templates - named - shared == set()
