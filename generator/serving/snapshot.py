"""The pages and files of one reading of the library, found by their address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.assets import Assets
from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.serving.drafts import Drafts
from generator.serving.project import Project
from generator.site import Site
from generator.templates import Templates


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a build of this moment would write; each page is made when it is asked for."""

    site: Site
    project: Project
    templates: Templates
    pages: Mapping[str, PlannedPage]
    """By uri."""
    files: Mapping[str, Path]
    """Pictures, attachments, videos and static files, by uri."""
    made: Mapping[str, bytes]
    """The bundles and the blank forms, by uri."""
    drafts: Drafts | None = None
    """The pages of cases that are not public, where they are wanted."""

    @classmethod
    def of(
        cls, site: Site, project: Project, assets: Assets, drafts: Drafts | None = None
    ) -> "Snapshot":
        """Give the snapshot of a site."""
        root = project.config.root
        bundles = {asset.uri: asset.content.encode() for asset in assets}
        published = {file.uri: root / file.path for file in site.files}
        return cls(
            site=site,
            project=project,
            templates=project.templates(site, assets),
            pages={page.uri: page for page in site.pages},
            files={**project.static_files(), **published},
            made={**bundles, **project.blanks()},
            drafts=drafts,
        )

    def page(self, uri: str) -> PlannedPage | None:
        """Give the page at an address; the folder's index.html is its page too."""
        planned = self.pages.get(uri)
        if planned is None and uri.endswith("index.html"):
            planned = self.pages.get(uri.removesuffix("index.html"))
        return planned

    def file(self, uri: str) -> Path | None:
        """Give the file at an address."""
        found = self.files.get(uri)
        if found is None and self.drafts:
            path = self.drafts.file(uri)
            found = self.project.config.root / path if path else None
        return found

    def has_page(self, uri: str) -> bool:
        """Tell whether a page stands at exactly this address."""
        return uri in self.pages or bool(self.drafts and self.drafts.page(uri))

    def html(self, planned: PlannedPage) -> str:
        """Make a page; whatever a template raises goes on."""
        return self.templates.render(planned)

    def not_found(self) -> str:
        """Make the page for lost addresses: the preview stands at the root of its host."""
        return self.html(replace(self.pages[routes.NOT_FOUND], base="/"))
