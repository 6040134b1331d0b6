"""How documents fare that nobody here wrote: `python -m tests.intake.wild FOLDER...`.

Every document in the folders is taken, each by itself in a child process as the command takes it;
nothing is kept. The table counts by ending; exit status 1 when one crashed. `--lost` lists what the
reports call lost, `--json FILE` keeps everything.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from generator.intake.taking.confinement import Limits
from generator.processes import available
from tests.intake.wild.documents import documents_in
from tests.intake.wild.running import Fate, Seen, crashed, examine


def table(found: Sequence[Seen]) -> Iterator[str]:
    """Yield the lines of the table: by ending, by refusal, the crashes, the slowest."""
    yield f"{'ending':<8} {'count':>6} {'taken':>6} {'refused':>8} {'crashed':>8} {'slowest':>8}"
    endings = Counter(Path(one.path).suffix.lower() for one in found)
    for ending in [*sorted(endings), ""]:
        group = [one for one in found if not ending or Path(one.path).suffix.lower() == ending]
        fates = Counter(one.fate for one in group)
        counts = f"{fates[Fate.TAKEN]:>6} {fates[Fate.REFUSED]:>8} {fates[Fate.CRASHED]:>8}"
        slowest = max((one.seconds for one in group), default=0.0)
        yield f"{ending or 'all':<8} {len(group):>6} {counts} {slowest:>8.1f}"
    refusals = Counter(one.reason for one in found if one.fate is Fate.REFUSED)
    yield from (f"{count:>6} {reason}" for reason, count in refusals.most_common())
    yield from (f"crashed: {line}" for line in crashed(found))
    for one in sorted(found, key=lambda seen: -seen.seconds)[:5]:
        yield f"{one.seconds:>6.1f} s {one.path}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Examine folders; give 1 when a document crashed the intake or none was there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--lost", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--seconds", type=int, default=Limits().seconds)
    options = parser.parse_args(arguments)
    found = examine(documents_in(options.paths), available(0), Limits(seconds=options.seconds))
    sys.stdout.write("\n".join([*table(found), ""]))
    if options.lost:
        sys.stdout.writelines(f"{one.path}: {line}\n" for one in found for line in one.lost)
    if options.json:
        kept = [asdict(one) for one in found]
        options.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if any(crashed(found)) or not found else 0


if __name__ == "__main__":
    sys.exit(main())
