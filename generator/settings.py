"""The settings of mkdocs.yml as our own frozen records; the adapter asks here, nobody else."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs.config import Config as BaseConfig
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, set_exclusions

from generator.assets import Assets
from generator.building.session import Project
from generator.config import Config
from generator.errors import ConfigurationError
from generator.library.paper import Typeface
from generator.pages import routes
from generator.pages.downloads import FORMS
from generator.pages.shell import (
    Account,
    Imprint,
    SiteView,
    feedback_address,
    footer,
    navigation,
    policy,
    site_things,
)
from generator.pages.values import web_address
from generator.site import Site
from generator.strings import text
from generator.today import today
from generator.vendored import discussion

OWN: Final = "services"
"""Folder of docs_dir with the library's own data of services; it is not published."""
FONT_ROLES: Final = ("latin", "mono", "symbol")
"""Roles of fonts beside those of official documents."""
PICTURES: Final = (".png", ".jpg", ".svg", ".webp")
"""Endings of pictures that every browser shows."""
UNUSED: Final = (
    "assets/javascripts/",
    "assets/images/",
    "assets/stylesheets/",
    "scripts/",
    "styles/",
    "finder/",
    "services/",
    "vendor/",
    "404.html",
    "sitemap.xml",
)
"""Files of the theme that no page needs: what Material ships and our templates never name (its
script, its search, its icons), our own sheets and scripts, which are published bundled, and the
lock of what is published of others."""


class BiaoganConfig(BaseConfig):
    """The plugin's settings in mkdocs.yml; their meaning stands at `generator.config.Config`."""

    cases_dir = options.Type(str, default="cases")
    notices_dir = options.Type(str, default="notices")
    redirects = options.Type(str, default="cases/redirects.yml")
    demonstration = options.Type(bool, default=True)
    allow_errors = options.Type(bool, default=False)
    per_page = options.Type(int, default=20)
    processes = options.Type(int, default=0)
    supervisor = options.Type(str, default="")
    organizer = options.Type(str, default="")
    undertaker = options.Type(str, default="")
    icp = options.Type(str, default="")
    police_record = options.Type(str, default="")
    site_code = options.Type(str, default="")
    feedback = options.Type(str, default="")
    license = options.Type(str, default="")
    documents = options.Type(dict, default={})
    fonts = options.Type(dict, default={})
    applications = options.Type(dict, default={})
    account = options.Type(dict, default={})
    discussion = options.Type(str, default="")


def settings(config: MkDocsConfig, plugin: BiaoganConfig) -> Config:
    """Give our settings as one frozen record."""
    if plugin.per_page < 1:
        raise ConfigurationError(text("cli.config.per_page", value=plugin.per_page))
    root = project_root(config)
    return Config(
        root=root,
        cases_path=root / plugin.cases_dir,
        notices_path=root / plugin.notices_dir,
        redirects_path=root / plugin.redirects,
        documents_path=Path(config.docs_dir),
        demonstration=plugin.demonstration,
        allow_errors=plugin.allow_errors,
        per_page=plugin.per_page,
        site_name=config.site_name,
        site_url=config.site_url or "",
        today=today(),
        processes=plugin.processes,
        documents=wanted(plugin.documents),
        fonts=named_fonts(plugin.fonts),
        license=plugin.license.strip(),
        organizer=plugin.organizer.strip(),
        discussion=_web(plugin.discussion, "discussion"),
        questionnaire=_own(config, "evaluation"),
        forms=_own(config, "application_forms"),
        **_applications(plugin.applications),
    )


def _own(config: MkDocsConfig, name: str) -> str:
    """Give what the library's own file of a service says; "" where it has none."""
    path = Path(config.docs_dir) / OWN / f"{name}.toml"
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        raise ConfigurationError(text("cli.config.encoding", path=f"{OWN}/{path.name}")) from None


def _applications(stated: Mapping[str, object]) -> dict[str, str]:
    """Give where applications go; raises ConfigurationError for what is no mailbox or address."""
    said = _said("applications", stated, ("mail", "address"))
    mail = feedback_address(said["mail"])
    if said["mail"] and not mail.startswith("mailto:"):
        raise ConfigurationError(text("cli.config.mailbox", value=said["mail"]))
    address = _web(said["address"], "applications.address")
    return {"applications_mail": mail, "applications_address": address}


def account(stated: Mapping[str, object], documents: Path) -> Account:
    """Give the official account, whose picture lies below `documents`.

    Raises ConfigurationError when it is named only by half, or its picture cannot be published.
    """
    said = _said("account", stated, ("name", "picture"))
    if bool(said["name"]) != bool(said["picture"]):
        raise ConfigurationError(text("cli.config.account"))
    if not said["picture"]:
        return Account()
    path = PurePosixPath(said["picture"])
    if path.suffix.lower() not in PICTURES:
        known = text("labels.joint").join(PICTURES)
        raise ConfigurationError(text("cli.config.account_form", value=path, known=known))
    hidden = any(part.startswith(".") for part in path.parts)
    if path.is_absolute() or hidden or not (documents / path).is_file():
        raise ConfigurationError(text("cli.config.account_picture", value=path))
    return Account(said["name"], routes.encoded(str(path)))


def _said(setting: str, stated: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, str]:
    for name in stated:
        if name not in keys:
            raise _unknown("keys", name, keys, of=setting)
    return {key: str(stated.get(key) or "").strip() for key in keys}


def _web(written: str, setting: str) -> str:
    """Give an http(s) address without its last slash."""
    address = web_address(written.strip())
    if written.strip() and not address:
        raise ConfigurationError(text("cli.config.web", setting=setting, value=written))
    return address.rstrip("/")


def wanted(stated: Mapping[str, object]) -> tuple[str, ...]:
    """Give the documents that mkdocs.yml asks for, as `case.docx`, in the program's order.

    Raises ConfigurationError for one that there is not.
    """
    asked = set()
    for what, forms in stated.items():
        known = FORMS.get(str(what))
        if known is None:
            raise _unknown("documents", what, FORMS)
        for form in forms if isinstance(forms, list) else [forms]:
            if form not in known:
                raise _unknown("forms", form, known, what=what)
            asked.add((str(what), str(form)))
    return tuple(
        f"{what}.{form}" for what in FORMS for form in FORMS[what] if (what, form) in asked
    )


def named_fonts(stated: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Give the fonts that mkdocs.yml names, by role; raises ConfigurationError for another role."""
    roles = [*map(str, Typeface), *FONT_ROLES]
    for role in stated:
        if role not in roles:
            raise _unknown("fonts", role, roles)
    return tuple((role, str(stated[role])) for role in roles if stated.get(role))


def _unknown(
    setting: str, name: object, known: Iterable[str], **values: object
) -> ConfigurationError:
    choices = text("labels.joint").join(known)
    return ConfigurationError(text(f"cli.config.{setting}", name=name, known=choices, **values))


def project(config: MkDocsConfig, plugin: BiaoganConfig, ours: Config) -> Project:
    """Give what is built, and where to."""
    return Project(
        config=ours,
        folder=Path(config.site_dir),
        stated=_stated(config, plugin),
        theme=Path(config.theme.dirs[0]),
        documents=Path(config.docs_dir),
    )


def _stated(config: MkDocsConfig, plugin: BiaoganConfig) -> str:
    """Give all that mkdocs.yml and the command line say of what is published."""
    plain = (str, int, bool, list, type(None))
    said = [(key, config[key]) for key in sorted(config) if type(config[key]) in plain]
    excluded = config.exclude_docs.patterns if config.exclude_docs else ()
    patterns = [pattern.regex.pattern for pattern in excluded if pattern.regex]
    return repr((said, patterns, sorted(plugin.items())))


def site_view(config: MkDocsConfig, plugin: BiaoganConfig, site: Site, assets: Assets) -> SiteView:
    """Give the shell of every page."""
    stated = imprint(plugin)
    ours = settings(config, plugin)
    return SiteView(
        name=config.site_name,
        description=config.site_description or "",
        language=text("pages.language"),
        site_url=config.site_url or "",
        imprint=stated,
        structured=site_things(config.site_name, config.site_url or "", stated),
        navigation=navigation(),
        style=assets.style.address,
        boot=assets.boot.address,
        script=assets.script.address,
        finder=assets.finder.address,
        services=tuple((name, script.address) for name, script in assets.services.items()),
        sheets=tuple((name, sheet.address) for name, sheet in assets.sheets.items()),
        has_demonstration=any(case.is_demonstration for case in site.library.cases.values()),
        footer=footer(site.library),
        account=account(plugin.account, Path(config.docs_dir)),
        discussion=discussion(ours, Path(config.theme.dirs[0])),
        policy=policy((ours.applications_address, ours.discussion)),
    )


def imprint(plugin: BiaoganConfig) -> Imprint:
    """Give what the footer states."""
    written = {field.name: str(plugin[field.name]).strip() for field in fields(Imprint)}
    address = written["feedback"]
    if address and not feedback_address(address):
        raise ConfigurationError(text("cli.config.feedback", value=address))
    return Imprint(**{**written, "feedback": feedback_address(address)})


def static_files(files: Files, config: MkDocsConfig) -> dict[str, Path | bytes]:
    """Give what docs_dir and the theme hold beside pages, by path below the site's folder.

    What `exclude_docs` names is left out, and so are hidden files unless it asks for them.
    """
    set_exclusions(files, config)
    return {
        file.dest_uri: Path(file.abs_src_path) if file.abs_src_path else file.content_bytes
        for file in files
        if not file.is_documentation_page()
        and file.inclusion.is_included()
        and not file.src_uri.startswith(UNUSED)
    }


def project_root(config: MkDocsConfig) -> Path:
    """Give the folder of mkdocs.yml."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent
