"""The files of the open data: one each for the whole library."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from generator.pages.inputs import Inputs
from generator.publication.opendata.database import library_sqlite
from generator.publication.opendata.dataset import dataset_jsonld
from generator.publication.opendata.files import cases_csv, library_xlsx
from generator.publication.opendata.library import library_json

Make = Callable[[Inputs, str], bytes]
"""Makes a file from the library and the licence as configured (empty: none is stated)."""
DATABASE: Final = "library.sqlite"
"""The one file that holds the texts of cases."""

DATA: Final[Mapping[str, Make]] = MappingProxyType(
    {
        "library.json": library_json,
        "cases.csv": cases_csv,
        "library.xlsx": library_xlsx,
        DATABASE: library_sqlite,
        "dataset.jsonld": dataset_jsonld,
    }
)
"""Name of each file → how it is made; `routes.data` says where."""
