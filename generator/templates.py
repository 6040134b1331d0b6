"""The theme's templates: how strict they are, and what a page's template sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from generator.page_environment import PageEnvironment
from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.pages.shell import SiteView
from generator.strings import table
from generator.template_cache import TemplateCache

HEADER = "header.html"
FOOTER = "footer.html"


def strict(env: Environment) -> Environment:
    """Make an environment strict: every value is escaped, a missing one is an error."""
    env.autoescape = True
    env.undefined = StrictUndefined
    env.trim_blocks = True
    env.lstrip_blocks = True
    return env


def _attributes(texts: Mapping[str, object]) -> SimpleNamespace:
    """Give texts as attributes: a template finds these at once, a mapping's keys only then."""
    return SimpleNamespace(
        **{
            name: _attributes(below) if isinstance(below, Mapping) else below
            for name, below in texts.items()
        }
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the content of a page."""

    header: Markup
    footer: Markup


class Templates:
    """The templates of one site, with the parts of the shell rendered once and kept."""

    def __init__(
        self, env: Environment, site: SiteView, cache: TemplateCache | None = None
    ) -> None:
        texts = _attributes(table("pages"))
        self._env = PageEnvironment(env.loader, {"t": texts, "site": site})
        self._env.bytecode_cache = cache
        self._site = site
        self._shell: Mapping[str, object] = {
            "t": texts,
            "site": site,
            "search_uri": routes.SEARCH,
            "opensearch_uri": routes.OPENSEARCH,
        }
        self._compiled: dict[str, Template] = {}
        self._frames: dict[tuple[str, str, bool], Frame] = {}

    def compile(self, names: frozenset[str]) -> None:
        """Compile templates now: before a fork, so that it is done once."""
        for name in sorted(names):
            self._template(name)

    def render(self, planned: PlannedPage, view: object = None) -> str:
        """Give a page's HTML; `view` is what the page makes, where it is made already."""
        return self._template(planned.template).render(self.context(planned, view))

    def context(self, planned: PlannedPage, view: object = None) -> dict[str, object]:
        """Give all that a page's template sees."""
        root = planned.base or routes.root_from(planned.uri)
        return {
            **self._shell,
            "view": planned.make() if view is None else view,
            "uri": planned.uri,
            "root": root,
            "address": routes.absolute(self._site.site_url, planned.uri),
            "page_title": planned.title,
            "indexed": planned.indexed,
            "frame": self._frame(root, planned.uri),
        }

    def _template(self, name: str) -> Template:
        found = self._compiled.get(name)
        if found is None:
            found = self._compiled[name] = self._env.get_template(name)
        return found

    def _frame(self, root: str, uri: str) -> Frame:
        """Give header and footer: they differ only by depth and by the entry that is current."""
        entries = (link.uri for link in self._site.navigation)
        current = next((entry for entry in entries if uri.startswith(entry)), "")
        key = root, current, uri == current
        if key not in self._frames:
            here = {"root": root, "current": current, "is_current_page": uri == current}
            part = partial(self._part, {**self._shell, **here})
            self._frames[key] = Frame(part(HEADER), part(FOOTER))
        return self._frames[key]

    def _part(self, context: Mapping[str, object], name: str) -> Markup:
        # Safe: the environment escapes every value of the part.
        return Markup(self._template(name).render(context))  # noqa: S704
