"""After any edits all pages are as a clean build writes them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.manifest import Manifest
from tests.building.samples import Stub, View

URIS = ("", "a/", "b/", "c.json", "deep/字/")
EDIT = st.sampled_from(["view", "body", "title", "shell", "template", "spoil", "remove", "forget"])


@given(st.lists(st.lists(st.tuples(EDIT, st.sampled_from(URIS), st.integers(0, 2))), max_size=4))
def test_after_any_edits_all_pages_are_as_a_clean_build_writes_them(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str, int]]]
) -> None:
    stub = Stub(tmp_path_factory.mktemp("a") / "site", {uri: View(uri) for uri in URIS})
    stub.build()
    for edits in rounds:
        for kind, uri, number in edits:
            change(stub, kind, uri, number)
        stub.build()
        assert stub.is_clean()
        assert stub.build() == {}


def change(stub: Stub, kind: str, uri: str, number: int) -> None:
    now, path = stub.surroundings, stub.path(uri)
    match kind:
        case "view":
            stub.views[uri] = View(uri, number)
            stub.with_facts(now.facts + b"+")
        case "body":
            stub.bodies[f"{uri.strip('/')}.md"] = bytes([number])
        case "title":
            stub.titles = {**stub.titles, uri: str(number)}
        case "shell":
            stub.surroundings = replace(now, shell=bytes([number]))
        case "template":
            stub.surroundings = replace(now, templates={"a.html": bytes([number])})
        case "spoil" if path.is_file():
            path.write_bytes(b"x" * number)
        case "remove":
            path.unlink(missing_ok=True)
        case "forget":
            stub.before = Manifest()
