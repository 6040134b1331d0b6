"""What mkdocs.yml says, as the preview needs it; the command line makes it, for it knows MkDocs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.assets import Assets
from generator.config import Config
from generator.serving.watching import Watched
from generator.site import Site
from generator.templates import Templates


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its theme; made anew when mkdocs.yml or the theme has changed."""

    file: Path
    """The mkdocs.yml."""
    config: Config
    theme_path: Path
    static_files: Callable[[], Mapping[str, Path]]
    """Gives the files of docs_dir and of the theme that a build copies, by uri."""
    templates: Callable[[Site, Assets], Templates]
    """Gives the theme's templates with the shell of a site."""
    blanks: Callable[[], Mapping[str, bytes]]
    """Gives the Word files that readers fill in, by uri."""

    def watched(self) -> Watched:
        """Give what a whole site depends on."""
        config = self.config
        content = (config.cases_path, config.notices_path, config.documents_path)
        return Watched(
            frozenset({*content, self.theme_path}), frozenset({self.file, config.redirects_path})
        )


Load = Callable[[], Project]
"""Reads mkdocs.yml; raises BiaoganError when it is wrong."""
