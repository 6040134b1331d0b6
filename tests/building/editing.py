"""What editors do to a library between two builds; each edit by name, its choices by a seed.

Every edit works on whatever the edits before it left, and leaves something that can be built where
errors are allowed. The choices are free: which case, which word, which file.
"""

import os
import random
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from tests.building.places import files_below
from tests.site.tools import ROOT, TOY, copy_project

WORDS: Final = ("质量", "精益", "改进", "卓越", "标杆", "过程控制", "Six Sigma", "零缺陷", "品牌")
DAYS: Final = ("1661990400", "1663286400", "1666224000", "1700000000", "1800000000")
"""Days of the build: before, in and after the dates of the toy library, as SOURCE_DATE_EPOCH."""


def make_project(root: Path) -> Path:
    """Copy the toy library with a theme of its own, that it may be edited; errors are allowed."""
    copy_project(root, TOY)
    shutil.copytree(ROOT / "theme", root / "theme")
    (root / "docs/files").mkdir()
    (root / "docs/files/plan.txt").write_text("计划\n", encoding="utf-8")
    change_settings(root, set_theme)
    change_settings(root, lambda _config, ours: ours.update(allow_errors=True))
    return root


def change_settings(root: Path, change: Callable[[dict[str, Any], dict[str, Any]], object]) -> None:
    """Change mkdocs.yml: all of it, and our own settings in it."""
    path = root / "mkdocs.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(config, config["plugins"][0]["biaogan"])
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")


def set_theme(config: dict[str, Any], _ours: dict[str, Any]) -> None:
    """Let a project have a theme of its own."""
    config["theme"]["custom_dir"] = "theme"


def with_field(text: str, key: str, value: str) -> str:
    """Give a file with a field of its front matter written anew; without it for no value."""
    bare = re.sub(rf"^{key}:.*\n(?:[ \t]+.*\n)*", "", text, count=1, flags=re.MULTILINE)
    line = f"{key}: {value}\n" if value else ""
    return bare.replace("---\n", f"---\n{line}", 1)


@dataclass
class Editor:
    """Edits one project; `environment` is what the next builds run with."""

    root: Path
    environment: dict[str, str] = field(default_factory=lambda: {"SOURCE_DATE_EPOCH": DAYS[3]})
    _kept: dict[Path, str] = field(default_factory=dict)
    """Files that were broken or taken away, as they were: they can be mended."""

    def edit(self, name: str, seed: int) -> None:
        """Do one edit; nothing where there is nothing left to do it to."""
        chance = random.Random(seed)
        EDITS[name](self, chance)

    def one(self, pattern: str, chance: random.Random) -> Path | None:
        """Give one of the files that a pattern finds."""
        found = sorted(path for path in self.root.glob(pattern) if path.is_file())
        return chance.choice(found) if found else None

    def change(self, path: Path | None, change: Callable[[str], str]) -> None:
        """Write a file anew."""
        if path is not None:
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def take_away(self, path: Path | None, *, mends: bool = True) -> None:
        """Remove a file; it may come back."""
        if path is not None:
            if mends:
                self._kept[path] = path.read_bytes().decode("utf-8", "surrogateescape")
            path.unlink()

    def break_case(self, chance: random.Random) -> None:
        """Write something into a case that is an error."""
        path = self.one("cases/*/*.md", chance)
        if path is not None and path not in self._kept:
            self._kept[path] = path.read_text(encoding="utf-8")
            wrong = chance.choice((("year", "去年"), ("status", "不明"), ("field", "[没有的领域]")))
            self.change(path, lambda text: with_field(text, *wrong))

    def mend(self, chance: random.Random) -> None:
        """Bring one file back as it was."""
        if self._kept:
            path = chance.choice(sorted(self._kept))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._kept.pop(path).encode("utf-8", "surrogateescape"))

    def move(self, path: Path, target: Path) -> None:
        """Rename a file where nothing lies in the way."""
        if not target.exists():
            path.rename(target)

    def words(self, chance: random.Random) -> str:
        """Give a few words."""
        return "".join(chance.choice(WORDS) for _ in range(chance.randint(1, 4)))


Edit = Callable[[Editor, random.Random], None]


def _body(editor: Editor, chance: random.Random, pattern: str = "cases/*/*.md") -> None:
    words = editor.words(chance)
    extra = chance.choice(
        (words, f"## 又一节{words}\n\n{words}", f"见[通知](../../notices/{words})")
    )
    editor.change(editor.one(pattern, chance), lambda text: f"{text}\n{extra}\n")


def _field(key: str, pattern: str = "cases/*/*.md") -> Edit:
    def edit(editor: Editor, chance: random.Random) -> None:
        words = editor.words(chance)
        editor.change(editor.one(pattern, chance), lambda text: with_field(text, key, words))

    return edit


def _add_case(editor: Editor, chance: random.Random) -> None:
    source = editor.one("cases/*/*.md", chance)
    folders = {path.parent for path in editor.root.glob("cases/*/*") if path.is_file()}
    folder = chance.choice(sorted(folders - {editor.root / "cases/vocabulary"}))
    target = folder / f"{folder.name}-{chance.randint(10, 30):03}.md"
    if source is not None:
        shutil.copy(source, target)
        editor.change(target, lambda text: with_field(text, "year", folder.name[:4]))


def _rename_case(editor: Editor, chance: random.Random) -> None:
    source = editor.one("cases/*/*.md", chance)
    if source is not None:
        target = source.with_name(f"{source.parent.name}-{chance.randint(40, 60):03}.md")
        editor.move(source, target)
        path = editor.root / "cases/redirects.yml"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(text + f"cases/{source.stem}/: cases/{target.stem}/\n", encoding="utf-8")


def _revoke(editor: Editor, chance: random.Random) -> None:
    def revoked(text: str) -> str:
        fields = "\n  revoked_on: 2023-03-15\n  ground: 虚构\n  notice: 2023-03-15-revocation"
        return with_field(with_field(text, "status", "已撤销"), "revocation", fields)

    editor.change(editor.one("cases/*/*.md", chance), revoked)


def _label(editor: Editor, chance: random.Random) -> None:
    path = editor.one("cases/vocabulary/*.yml", chance)
    which, words = chance.random(), editor.words(chance)

    def relabelled(text: str) -> str:
        found = list(re.finditer(r"(?<=label: ).+", text))
        if not found:
            return text
        place = found[int(which * len(found))]
        return text[: place.start()] + words + text[place.end() :]

    editor.change(path, relabelled)


def _rule(editor: Editor, chance: random.Random) -> None:
    rule = chance.choice((("title", editor.words(chance)), ("title_rule", "\n  max_characters: 9")))
    path = editor.one("cases/*/edition.yml", chance)
    editor.change(path, lambda text: with_field("---\n" + text, *rule).removeprefix("---\n"))


def _picture(editor: Editor, chance: random.Random) -> None:
    path = editor.one("cases/*/*/*.svg", chance)
    editor.change(path, lambda text: f"{text}<!-- {editor.words(chance)} -->")


def _document(editor: Editor, chance: random.Random) -> None:
    path = editor.root / "docs" / f"{chance.choice('abc')}.md"
    text = f"---\ntitle: {editor.words(chance)}\n---\n\n{editor.words(chance)}\n"
    path.write_text(text, encoding="utf-8")


def _file(editor: Editor, chance: random.Random) -> None:
    path = editor.root / chance.choice(("docs", "theme")) / f"files/{chance.choice('abc')}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(editor.words(chance), encoding="utf-8")


def _template(editor: Editor, chance: random.Random) -> None:
    path = editor.one("theme/*.html", chance)
    assert path is not None, "a theme has templates"
    marks = {"macros.html": f"{{# {editor.words(chance)} #}}\n"}
    mark = marks.get(path.name, f"<!-- {editor.words(chance)} -->")
    is_child = "{% extends" in path.read_text(encoding="utf-8")
    block = f"{{% block content %}}{mark}" if is_child else ""
    editor.change(
        path,
        lambda text: text.replace("{% block content %}", block, 1) if block else text + mark,
    )


def _asset(folder: str, comment: str) -> Edit:
    def edit(editor: Editor, chance: random.Random) -> None:
        path = editor.one(f"theme/{folder}/*", chance)
        editor.change(path, lambda text: f"{text}\n{comment.format(chance.randint(1, 9))}\n")

    return edit


OURS: Final = (("per_page", 3), ("per_page", 20), ("supervisor", "示例部"), ("icp", ""))
OF_MKDOCS: Final = (("site_name", "经验库"), ("site_url", ""), ("site_url", "https://e.example/x/"))


def _setting(editor: Editor, chance: random.Random) -> None:
    change_settings(editor.root, lambda _config, ours: ours.update([chance.choice(OURS)]))


def _site_setting(editor: Editor, chance: random.Random) -> None:
    change_settings(editor.root, lambda config, _ours: config.update([chance.choice(OF_MKDOCS)]))


def _demonstration(editor: Editor, _chance: random.Random) -> None:
    change_settings(
        editor.root,
        lambda _config, ours: ours.update(demonstration=not ours.get("demonstration", True)),
    )


def _touch(editor: Editor, chance: random.Random) -> None:
    when = chance.choice((0, 1_600_000_000, 4_000_000_000))
    for path in files_below(editor.root / chance.choice(("cases", "notices", "docs", "theme"))):
        os.utime(path, (when, when))


def _same_size(editor: Editor, chance: random.Random) -> None:
    """Change a file so that its size and its date stay as they are."""
    path = editor.one(chance.choice(("cases/*/*.md", "notices/*.md", "cases/*/*/*.svg")), chance)
    if path is not None:
        before = path.stat()
        editor.change(path, lambda text: text[:-2] + ("甲" if text[-2] == "乙" else "乙") + "\n")
        data = path.read_bytes()
        path.write_bytes(data + b"\n" * max(0, before.st_size - len(data)))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _day(editor: Editor, chance: random.Random) -> None:
    editor.environment["SOURCE_DATE_EPOCH"] = chance.choice(DAYS)


def _remove(pattern: str, *, mends: bool = True) -> Edit:
    def edit(editor: Editor, chance: random.Random) -> None:
        found = editor.one(pattern, chance)
        editor.take_away(found, mends=mends)

    return edit


EDITS: Final[Mapping[str, Edit]] = {
    "body": _body,
    "title": _field("title"),
    "enterprise": _field("enterprise"),
    "summary": _field("summary"),
    "add a case": _add_case,
    "rename a case": _rename_case,
    "delete a case": _remove("cases/*/*.md"),
    "revoke a case": _revoke,
    "break a case": Editor.break_case,
    "mend": Editor.mend,
    "label of a term": _label,
    "rule of an edition": _rule,
    "delete an edition's rules": _remove("cases/*/edition.yml"),
    "delete redirects": _remove("cases/redirects.yml", mends=False),
    "picture": _picture,
    "delete a picture": _remove("cases/*/*/*"),
    "body of a notice": lambda editor, chance: _body(editor, chance, "notices/*.md"),
    "title of a notice": _field("title", "notices/*.md"),
    "delete a notice": _remove("notices/*.md"),
    "document": _document,
    "delete a document": _remove("docs/**/*.md"),
    "file": _file,
    "delete a file": _remove("docs/files/*"),
    "template": _template,
    "style": _asset("styles", "i{{margin:{}px}}"),
    "script": _asset("scripts", "void {};"),
    "finder's script": _asset("finder", "var none = {};"),
    "our setting": _setting,
    "setting of MkDocs": _site_setting,
    "demonstration": _demonstration,
    "touch": _touch,
    "same size and date": _same_size,
    "day": _day,
}
