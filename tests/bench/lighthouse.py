"""`make lighthouse`: Lighthouse (mobile) on four pages of the real site, as a Markdown table.

The site is served by a local server that compresses. Each page is measured several times, each time
by a fresh browser; the table gives the median of every score, and what was transferred. Audits that
took away points are named below it.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from tests.browser.server import STRICT_POLICY, Manner, served

ROOT: Final = Path(__file__).resolve().parents[2]
SITE: Final = ROOT / "build" / "lighthouse-site"
LIGHTHOUSE: Final = ROOT / "build/node/lighthouse/node_modules/lighthouse/cli/index.js"
PAGES: Final[Mapping[str, str]] = {
    "首页": "",
    "案例": "cases/2022-d01/",
    "目录": "cases/",
    "通知": "notices/2022-06-14-wuhan-call/",
}
CATEGORIES: Final[Mapping[str, str]] = {
    "performance": "性能",
    "accessibility": "无障碍",
    "best-practices": "最佳实践",
    "seo": "SEO",
}
CHROME_FLAGS: Final = "--headless --no-sandbox --disable-dev-shm-usage"


@dataclass(frozen=True, slots=True)
class Run:
    """One measurement of one page."""

    scores: Mapping[str, int]
    """Category → 0 to 100."""
    transferred: int
    """Bytes over the wire, everything counted."""
    faults: tuple[str, ...]
    """Audits that took points away, with their first finding."""


def read(report: Mapping[str, Any]) -> Run:
    """Read one report of Lighthouse."""
    categories, audits = report["categories"], report["audits"]
    weighted = {
        reference["id"]: name
        for name in CATEGORIES
        for reference in categories[name]["auditRefs"]
        if reference["weight"]
    }
    faults = (
        f"{name}: {key} ({audits[key]['score']}) {audits[key].get('displayValue', '')} "
        f"{first_finding(audits[key])}".strip()
        for key, name in weighted.items()
        if (score := audits[key]["score"]) is not None
        and score < (0.9 if name == "performance" else 1)
    )
    requests = audits["network-requests"]["details"]["items"]
    return Run(
        {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        sum(request.get("transferSize", 0) for request in requests),
        tuple(faults),
    )


def first_finding(audit: Mapping[str, Any]) -> str:
    """Give the first thing that an audit names: an element, an address, or nothing."""
    found = (audit.get("details") or {}).get("items") or [{}]
    node = found[0].get("node") or {}
    return str(node.get("selector") or found[0].get("url") or found[0].get("description") or "")


def measure(address: str) -> Run:
    """Run Lighthouse once; its settings without a word are those of a phone."""
    done = subprocess.run(
        [
            *(
                "node",
                LIGHTHOUSE,
                address,
                "--output=json",
                "--quiet",
                "--no-enable-error-reporting",
            ),
            *(f"--chrome-flags={CHROME_FLAGS}", f"--only-categories={','.join(CATEGORIES)}"),
        ],
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return read(json.loads(done.stdout))


def row(name: str, runs: Sequence[Run]) -> str:
    """Give a page's line of the table."""
    scores = (round(median(run.scores[key] for run in runs)) for key in CATEGORIES)
    size = median(run.transferred for run in runs) / 1000
    return f"| {name} | {' | '.join(map(str, scores))} | {size:.1f} KB |"


def main(arguments: Sequence[str]) -> None:
    """Build the site, measure the pages, print the table."""
    parser = argparse.ArgumentParser(prog="make lighthouse", description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--site", type=Path, help="a folder that was built already")
    chosen = parser.parse_args(arguments)
    if not chosen.site:
        command = [sys.executable, "-m", "generator.cli", "build", "-d", str(SITE)]
        subprocess.run(command, cwd=ROOT, check=True)
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, compress=True)
    with served(chosen.site or SITE, manner) as site:
        found = {
            name: [measure(site + path) for _ in range(chosen.runs)] for name, path in PAGES.items()
        }
    print(f"\n| 页面 | {' | '.join(CATEGORIES.values())} | 传输 |")
    print(f"|---|{'---|' * (len(CATEGORIES) + 1)}")
    print("\n".join(row(name, runs) for name, runs in found.items()))
    for name, runs in found.items():
        for fault in sorted({fault for run in runs for fault in run.faults}):
            print(f"{name}: {fault}")


if __name__ == "__main__":
    main(sys.argv[1:])
