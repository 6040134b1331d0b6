"""`biaogan serve` as a command: what it says, and how it leaves."""

import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import cli
from generator.errors import BiaoganError
from tests.site.tools import copy_toy

PATIENCE = 60


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copy_toy(tmp_path / "library")
    monkeypatch.chdir(root)
    return root


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Program:
    """The command in a process of its own, and the lines that it says."""

    def __init__(self, root: Path, *options: str) -> None:
        self.port = free_port()
        self._lines: queue.Queue[str] = queue.Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator.cli", "serve", *self._place(), *options],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _place(self) -> tuple[str, str]:
        return "-a", f"127.0.0.1:{self.port}"

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)
        self.process.stdout.close()

    def says(self, pattern: str) -> str:
        """Wait for a line."""
        while True:
            line = self._lines.get(timeout=PATIENCE)
            assert "Traceback" not in line
            if re.search(pattern, line):
                return line

    def leaves(self, sent: signal.Signals) -> int:
        self.process.send_signal(sent)
        status = self.process.wait(PATIENCE)
        self._reader.join()
        return status


@contextmanager
def serving(root: Path, *options: str) -> Iterator[Program]:
    program = Program(root, *options)
    try:
        yield program
    finally:
        if program.process.poll() is None:
            program.process.kill()
        program.process.wait()


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["serve", *arguments], prog_name="biaogan")


def test_it_serves_says_what_changed_and_leaves_in_peace(project: Path) -> None:
    with serving(project) as program:
        program.says(f"预览地址：http://127.0.0.1:{program.port}/")
        program.says("已就绪：.* 个页面")
        with urllib.request.urlopen(f"http://127.0.0.1:{program.port}/") as reply:
            assert "示例经验库" in reply.read().decode()
        case = project / "cases/2020/2020-001.md"
        good = case.read_text(encoding="utf-8")
        case.write_text(good + "\n新加的一句话。\n", encoding="utf-8")
        program.says("已更新：cases/2020/2020-001.md")
        case.write_text(good.replace("---\n", "---\nenterprize: x\n", 1), encoding="utf-8")
        program.says("cases/2020/2020-001.md:2:1: 没有“enterprize”这一项")
        program.says("预览停在上一次成功的样子")
        assert program.leaves(signal.SIGINT) == 0
        program.says("预览已停止")
    assert not (project / "site").exists()


def test_a_program_that_ends_it_is_obeyed_while_it_reads(project: Path) -> None:
    with serving(project, "--drafts") as program:
        program.says("草稿一览：.*/.biaogan/drafts/")
        assert program.leaves(signal.SIGTERM) == 0


def test_one_case_begins_with_its_address(project: Path) -> None:
    with serving(project, "--only", "2022-001") as program:
        program.says(f"预览地址：http://127.0.0.1:{program.port}/cases/2022-001/")
        program.says("已就绪")
        assert program.leaves(signal.SIGINT) == 0


def test_a_wrong_id_is_said_before_anything_starts(project: Path) -> None:
    assert project.is_dir()
    result = invoke("--only", "2022-0001")
    assert isinstance(result.exception, BiaoganError)
    assert "2022-001" in str(result.exception)
    assert "预览地址" not in result.output


def test_a_port_that_is_taken_is_said(project: Path) -> None:
    assert project.is_dir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        result = invoke("-a", address)
    assert isinstance(result.exception, BiaoganError)
    assert f"{address} 用不了：已被别的程序占用" in str(result.exception)


@pytest.mark.parametrize(
    ("address", "reason"), [("no-such-host.invalid:8000", "认不出"), ("192.0.2.1:8000", "本机没有")]
)
def test_a_host_that_is_not_ours_is_said(project: Path, address: str, reason: str) -> None:
    assert project.is_dir()
    result = invoke("-a", address)
    assert isinstance(result.exception, BiaoganError)
    assert reason in str(result.exception)


@pytest.mark.parametrize(
    "address", ["8000", ":8000", "127.0.0.1:", "127.0.0.1:0", "a:99999", "a:٣"]
)
def test_an_address_is_a_host_and_a_port(project: Path, address: str) -> None:
    assert project.is_dir()
    result = invoke("-a", address)
    assert isinstance(result.exception, BiaoganError)
    assert "主机:端口" in str(result.exception)


def test_a_wrong_mkdocs_yml_is_said_before_anything_starts(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    result = invoke()
    assert isinstance(result.exception, BiaoganError)
    assert "mkdocs.yml:2:1" in str(result.exception)


def test_the_browser_is_opened_at_the_page(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(address: str) -> bool:
        opened.append(address)
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", note)
    port = free_port()
    assert project.is_dir()
    result = invoke("-a", f"127.0.0.1:{port}", "--open", "--only", "2022-001")
    assert opened == [f"http://127.0.0.1:{port}/cases/2022-001/"]
    assert "预览已停止" in result.output
