"""The toy library, read once for all tests of the data."""

import pytest

from generator.pages.inputs import Inputs
from tests.publication.sheets.samples import good_inputs


@pytest.fixture(scope="package")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """Give the toy library: it has listed, revoked, proposed, drafted and fictional cases."""
    return good_inputs(tmp_path_factory.mktemp("toy") / "good")
