"""Run functions of the finder's scripts in Node, as the browser's bundle would hold them."""

import json
import subprocess
from collections.abc import Sequence
from typing import Any, Final

from tests.site.tools import ROOT

FINDER: Final = ROOT / "theme" / "finder"
_MAIN: Final = """
(function () {
"use strict";
%s
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
Promise.resolve((function (given) { %s })(given)).then(function (answer) {
  process.stdout.write(JSON.stringify(answer === undefined ? null : answer));
});
})();
"""


def run(files: Sequence[str], body: str, given: Any = None) -> Any:
    """Give what `body` returns (a promise is waited for); it sees `given` and the files' functions.

    `files` are names below theme/finder, in the order in which they are bundled.
    """
    sources = "\n".join((FINDER / name).read_text(encoding="utf-8") for name in sorted(files))
    done = subprocess.run(
        ["node", "--eval", _MAIN % (sources, body)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
