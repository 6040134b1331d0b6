"""What can be set, as frozen records. mkdocs.yml is their only source; the adapter fills them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one library; every attribute's docstring is its reference."""

    root: Path
    """The project's root: the folder of mkdocs.yml. All paths in findings are relative to it."""
    cases_path: Path
    """Folder of the cases, the editions and the vocabulary."""
    notices_path: Path
    """Folder of the notices."""
    redirects_path: Path
    """YAML file `old uri: new uri`; it need not exist."""
    documents_path: Path
    """Folder of the hand-written pages (MkDocs's docs_dir)."""
    today: date
    """The day of the build (Asia/Shanghai, or of SOURCE_DATE_EPOCH): which deadlines are past."""
    demonstration: bool = True
    """False leaves every demonstration case and notice out of pages, counts and lists."""
    allow_errors: bool = False
    """True leaves pages with errors out and builds the rest."""
    per_page: int = 20
    """Cases on one catalogue page."""
    site_name: str = ""
    """What the site is called; a citation says it where the site has no address."""
    site_url: str = ""
    """Absolute address of the site, ending in '/', or empty: sitemap, citations, JSON-LD."""
    processes: int = 0
    """Reading processes; 0 lets the program choose."""
    documents: tuple[str, ...] = ()
    """Documents that a build makes beside the pages: `case.docx`, `notice.pdf`, `data.json`, …"""
    fonts: tuple[tuple[str, str], ...] = ()
    """Fonts of the PDFs: a role (song, hei, fangsong, kai, title) and a family or a file."""
    license: str = ""
    """Licence of the open data: an SPDX id, an address or plain words; empty: none is stated."""
    organizer: str = ""
    """Who publishes the library, for the description of its data."""
    applications_mail: str = ""
    """The office's mailbox that takes applications (mailto:…), or empty."""
    applications_address: str = ""
    """http(s) address that takes applications by POST, or empty: none leaves the device."""
    questionnaire: str = ""
    """What docs/services/evaluation.toml says, or empty: the program's questionnaire holds."""
    forms: str = ""
    """What docs/services/application_forms.toml says, or empty: the program's forms hold."""
    discussion: str = ""
    """http(s) address of the discussion's server, or empty: there is none."""
