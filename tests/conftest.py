"""What all tests share: needs of the system, and that in CI nothing is skipped."""

import os
import shutil

import pytest

IN_CI = os.environ.get("CI", "") not in ("", "0", "false")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `needs("chromium")` where the command is missing; in CI that fails."""
    wanted = [command for marker in item.iter_markers("needs") for command in marker.args]
    missing = [command for command in wanted if shutil.which(command) is None]
    if missing and IN_CI:
        pytest.fail(f"missing in CI: {', '.join(missing)}", pytrace=False)
    if missing:
        pytest.skip(f"needs {', '.join(missing)}; `make test` names the package to install")


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.getplugin("terminalreporter")
    return len(reporter.stats.get("skipped", ())) if reporter else 0


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run in CI when a test was skipped, for whatever reason."""
    is_worker = hasattr(session.config, "workerinput")
    if IN_CI and not is_worker and session.exitstatus == 0 and _skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why a run without failures failed."""
    if IN_CI and _skipped(terminalreporter.config):
        terminalreporter.write_line("CI=true: a skipped test fails the run", red=True)
