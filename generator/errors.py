"""The exceptions of Biaogan, in one tree.

BiaoganError                what went wrong, said in the reader's language
├── ConfigurationError      a setting in mkdocs.yml is missing or wrong
├── DamagedCacheError       what was kept in .cache is not what was put there
├── StringsError            a text is missing from the strings files (a fault of ours)
└── RefusedError            the library has errors, so nothing was built

Faults of content are never exceptions: they are `Finding` values (findings.py), collected
over all files, so that one run shows them all.
"""

from generator.findings import Finding


class BiaoganError(Exception):
    """Say what went wrong; `str()` of it is shown to the user as it is."""


class ConfigurationError(BiaoganError):
    """A setting in mkdocs.yml is missing or wrong."""


class DamagedCacheError(BiaoganError):
    """A text that was kept in `.cache` cannot be read: without the cache it can be made again."""


class StringsError(BiaoganError):
    """A text is missing from the strings files."""


class RefusedError(BiaoganError):
    """The library has errors and the build was not told to leave the broken pages out."""

    def __init__(self, message: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(message)
        self.findings = findings
        """Everything that `check` would say."""
