"""Compiled templates, kept from build to build: an edit of one page compiles none."""

from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from generator.keeping import keep, kept


class TemplateCache(BytecodeCache):
    """Keeps the code of templates; a stamp tells what it was made from besides their sources.

    Constants are folded into the code and macros are put in place (`page_environment`), so the
    engine's own test, which looks at the source alone, would let wrong code pass.
    """

    def __init__(self, folder: Path, stamp: bytes) -> None:
        self._folder = folder
        self._stamp = stamp

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code if it was kept."""
        match kept(self._path(bucket)):
            case (stamp, bytes() as code) if stamp == self._stamp:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        with suppress(OSError):  # only time is lost
            keep(self._path(bucket), (self._stamp, bucket.bytecode_to_string()))

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.code"
