"""A build on top of others gives what one clean build of the end gives, and no file more."""

import os
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.building.editing import EDITS, Editor, make_project
from tests.building.forking import Builds
from tests.building.meddling import BY_HAND, Meddler
from tests.building.places import Clean, contents, differences, files_below

CASE = "cases/2022/2022-001.md"
PAGE = "cases/2022-001/index.html"
FINDER = "search/"


@dataclass(frozen=True)
class Workshop:
    """A project that was built once, and who builds it again."""

    first: Path
    """As it was after that build."""
    folder: Path
    """Where examples work: always the same place, for a path is a setting."""
    builds: Builds
    clean: Clean
    settled: list[Editor] = field(default_factory=list)
    """Holds an editor while what lies there is a whole build."""

    @property
    def project(self) -> Path:
        return self.folder / "project"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def begin(self) -> None:
        """Go back to the first build."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.first, self.folder)
        self.settled.clear()

    def settle(self) -> Editor:
        """See that a build lies there which the next goes on from, and give who edits it."""
        if not self.settled:
            self.begin()
            self.settled.append(Editor(self.project))
            self.build(self.settled[0].environment)
        return self.settled[0]

    def build(self, environment: Mapping[str, str]) -> str:
        done = self.builds.run(self.project, "build", "-d", str(self.site), **environment)
        assert done.status == 0, done.said
        return done.said

    def build_beside_clean(self, environment: Mapping[str, str]) -> None:
        """Build, and compare with a clean build that runs meanwhile."""
        self.clean.start(self.project, environment)
        try:
            self.build(environment)
        finally:
            done = self.clean.wait()
        assert done.status == 0, done.said
        assert differences(contents(self.site), contents(self.clean.site)) == []


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("incremental")
    builds, other = Builds(folder / "said", seed=1), Builds(folder / "said-by-clean", seed=2)
    made = Workshop(folder / "first", folder / "work", builds, Clean(other, folder / "clean"))
    make_project(made.project)
    (made.folder / "outside/folder").mkdir(parents=True)
    for name in ("file.txt", "folder/file.txt"):
        (made.folder / "outside" / name).write_text("别人的\n", encoding="utf-8")
    made.build(Editor(made.project).environment)
    made.folder.rename(made.first)
    yield made
    builds.close()
    other.close()


NAMES = [*EDITS, *BY_HAND]
STEP = st.tuples(st.sampled_from(NAMES), st.integers(0, 2**16))
SEQUENCES = st.lists(st.lists(STEP, min_size=1, max_size=5), min_size=1, max_size=2)


@settings(
    max_examples=3,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sequence=SEQUENCES)
def test_edits_one_after_another_give_what_a_clean_build_gives(
    workshop: Workshop, sequence: list[list[tuple[str, int]]]
) -> None:
    go_through(workshop, sequence, compares=len(sequence))


def test_every_edit_that_we_know_of_gives_what_a_clean_build_gives(workshop: Workshop) -> None:
    chance = random.Random(7)
    steps = [(name, chance.randrange(1 << 16)) for name in chance.sample(NAMES, len(NAMES))]
    batches = [steps[first : first + 12] for first in range(0, len(steps), 12)]
    go_through(workshop, batches, compares=4)


def go_through(
    workshop: Workshop, sequence: Sequence[Sequence[tuple[str, int]]], *, compares: int
) -> None:
    """Do all steps and build after each batch; compare every so many times, and in the end."""
    workshop.begin()
    editor = Editor(workshop.project)
    meddler = Meddler(workshop.project, workshop.site, workshop.folder / "outside")
    for number, steps in enumerate(sequence, start=1):
        for name, seed in steps:
            (editor.edit if name in EDITS else meddler.meddle)(name, seed)
        is_compared = number == len(sequence) or number % compares == 0
        (workshop.build_beside_clean if is_compared else workshop.build)(editor.environment)


def states(site: Path) -> Mapping[str, tuple[int, int, int]]:
    """Give inode, date and date of change of every file."""
    return {
        path.relative_to(site).as_posix(): (state.st_ino, state.st_mtime_ns, state.st_ctime_ns)
        for path in files_below(site)
        for state in [path.stat()]
    }


def touched(workshop: Workshop, edit: Callable[[Editor], None]) -> tuple[set[str], set[str]]:
    """Give which files an edit's build writes or removes, and which differ between clean builds."""
    editor = workshop.settle()
    before, old = states(workshop.site), contents(workshop.site)
    edit(editor)
    workshop.build_beside_clean(editor.environment)
    after, new = states(workshop.site), contents(workshop.clean.site)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    differ = {name for name in {*old, *new} if old.get(name) != new.get(name)}
    return changed - {".biaogan"}, differ


def pages_of(names: set[str]) -> set[str]:
    return {name for name in names if not name.startswith(FINDER)}


def append(editor: Editor, path: str, text: str) -> None:
    editor.change(editor.root / path, lambda before: before + text)


def test_where_nothing_changed_nothing_is_touched(workshop: Workshop) -> None:
    changed, _ = touched(workshop, lambda _editor: None)
    assert changed == set()


def test_another_date_of_a_source_touches_nothing(workshop: Workshop) -> None:
    def edit(editor: Editor) -> None:
        for path in files_below(editor.root / "cases"):
            os.utime(path, (0, 0))

    assert touched(workshop, edit)[0] == set()


def test_another_body_writes_one_page(workshop: Workshop) -> None:
    changed, _ = touched(workshop, lambda editor: append(editor, CASE, "\n又写一段。\n"))
    assert pages_of(changed) == {PAGE}


def test_another_body_of_a_notice_writes_one_page(workshop: Workshop) -> None:
    path = "notices/2022-10-20-result.md"
    changed, _ = touched(workshop, lambda editor: append(editor, path, "\n又写一段。\n"))
    assert pages_of(changed) == {"notices/2022-10-20-result/index.html"}


def test_another_title_writes_the_pages_that_show_it(workshop: Workshop) -> None:
    def edit(editor: Editor) -> None:
        editor.change(editor.root / CASE, lambda text: text.replace("title: 构建", "title: 建设"))

    changed, differ = touched(workshop, edit)
    assert pages_of(changed) == pages_of(differ)
    assert PAGE in changed
    assert len(pages_of(changed)) > 3


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("cases/vocabulary/methods.yml", "label: 精益管理", "label: 精益的管理"),
        ("cases/2022/edition.yml", "title: 2022 年示例遴选", "title: 2022 年遴选"),
        ("notices/2022-06-01-call.md", "title: ", "title: 又"),
        ("mkdocs.yml", "per_page: 5", "per_page: 6"),
        ("cases/redirects.yml", "old-methods/", "older-methods/"),
    ],
)
def test_what_many_pages_show_is_written_where_it_differs(
    workshop: Workshop, path: str, old: str, new: str
) -> None:
    def edit(editor: Editor) -> None:
        text = (editor.root / path).read_text(encoding="utf-8")
        assert old in text
        (editor.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    changed, differ = touched(workshop, edit)
    assert pages_of(changed) == pages_of(differ)
    assert differ


def test_a_template_writes_the_pages_made_from_it(workshop: Workshop) -> None:
    def edit(editor: Editor) -> None:
        block = "{% block content %}"
        path = editor.root / "theme/year.html"
        editor.change(path, lambda text: text.replace(block, block + "<p>又</p>", 1))

    changed, differ = touched(workshop, edit)
    assert pages_of(changed) == pages_of(differ)
    assert {name.split("/")[0] for name in pages_of(changed)} == {"years"}
    assert len(pages_of(changed)) > 1


def test_a_picture_is_copied_and_no_page_written(workshop: Workshop) -> None:
    path = "cases/2022/2022-001/loss.svg"
    changed, differ = touched(workshop, lambda editor: append(editor, path, "<!-- -->"))
    assert len(pages_of(changed)) == 1
    assert pages_of(changed) == differ
