"""What the site publishes of others: the client of the discussion, out of its npm package.

Nothing of it is in this repository, nothing is fetched while a site is built, and nothing is
published unless `discussion` is configured. The lock file in the theme says which version it is;
`scripts/node-packages.sh theme/vendor` puts that where it is looked for here.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.assets import Asset
from generator.config import Config
from generator.errors import ConfigurationError
from generator.pages.platform.discussion import ClientFiles, Discussion, discussion_on
from generator.strings import text

PACKAGE: Final = "@waline/client"
BUNDLED: Final = (
    PACKAGE,
    "@waline/api",
    "vue",
    "@vue/runtime-dom",
    "@vue/runtime-core",
    "@vue/reactivity",
    "@vue/shared",
    "@vueuse/core",
    "@vueuse/shared",
    "marked",
    "marked-highlight",
    "autosize",
    "recaptcha-v3",
)
"""The packages that the client's script is made of; the licence of each is published with it."""
LOCK: Final = "vendor/package-lock.json"
"""Within the theme."""
_INSTALLED: Final = "build/node/vendor/node_modules"
"""Beside the theme."""
_OWN_SHEET: Final = "vendor/waline.css"
_DISTRIBUTED: Final = "dist/waline.umd.js", "dist/waline.css"


def discussion(config: Config, theme: Path) -> Discussion | None:
    """Give what the pages say of their discussion; None where there is none.

    Raises ConfigurationError when the theme does not say which version of the client it wants.
    """
    return discussion_on(config.discussion, _client(theme)) if config.discussion else None


def discussion_files(config: Config, theme: Path) -> Mapping[str, Path | bytes]:
    """Give what is published for the discussion, by uri; nothing where there is none.

    Raises ConfigurationError when the client is not installed; it names the command that does it.
    """
    if not config.discussion:
        return {}
    client, packages = _client(theme), theme.parent / _INSTALLED
    script, sheet = (packages / PACKAGE / path for path in _DISTRIBUTED)
    if installed_version(packages) != client.version or not (script.exists() and sheet.exists()):
        raise ConfigurationError(text("cli.config.vendored", version=client.version))
    return {
        client.script: script,
        client.sheet: sheet,
        client.own_sheet.partition("?")[0]: theme / _OWN_SHEET,
        client.licence: _licences(packages).encode(),
    }


def locked_version(theme: Path) -> str:
    """Give the version of the client that the theme's lock names."""
    path = theme / LOCK
    try:
        locked = json.loads(path.read_text(encoding="utf-8"))["packages"]
        return str(locked[f"node_modules/{PACKAGE}"]["version"])
    except (OSError, ValueError, KeyError, TypeError):
        raise ConfigurationError(text("cli.config.vendor_lock", path=path)) from None


def installed_version(packages: Path) -> str:
    """Give the version of the client that is installed, or ""."""
    try:
        described = (packages / PACKAGE / "package.json").read_text(encoding="utf-8")
        return str(json.loads(described)["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _client(theme: Path) -> ClientFiles:
    version = locked_version(theme)
    base = f"assets/vendor/waline-{version}"
    own = (theme / _OWN_SHEET).read_text(encoding="utf-8")
    return ClientFiles(
        version=version,
        script=f"{base}.js",
        sheet=f"{base}.css",
        own_sheet=Asset("assets/service-discussion.css", own).address,
        licence=f"{base}.txt",
    )


def _licences(packages: Path) -> str:
    """Give the licence of every package that the script is made of."""
    told = []
    for name in BUNDLED:
        found = sorted(path for path in (packages / name).glob("*") if _is_licence(path))
        texts = [path.read_text(encoding="utf-8").strip() for path in found]
        told.append("\n\n".join((name, *texts)))
    return "\n\n\n".join(told) + "\n"


def _is_licence(path: Path) -> bool:
    return path.name.lower().startswith(("license", "licence", "notice"))
