"""Addresses: one maker, and nothing that leaves the site."""

import pytest

from generator.catalogue.dimensions import Dimension
from generator.pages import routes


@pytest.mark.parametrize(
    ("uri", "number", "paged"),
    [("cases/", 1, "cases/"), ("cases/", 2, "cases/page/2/"), ("", 3, "page/3/")],
)
def test_the_first_page_of_a_list_is_the_list(uri: str, number: int, paged: str) -> None:
    assert routes.paged(uri, number) == paged


def test_every_dimension_has_its_own_folder() -> None:
    folders = [routes.dimension(name) for name in Dimension]
    assert len(set(folders)) == len(Dimension)
    assert routes.term(Dimension.METHOD, "spc") == "methods/spc/"


@pytest.mark.parametrize(
    ("uri", "encoded"),
    [
        ("cases/2022-001/", "cases/2022-001/"),
        ("guide/编写/#图1", "guide/%E7%BC%96%E5%86%99/#%E5%9B%BE1"),
        ("javascript:alert(1)", "javascript%3Aalert(1)"),
        ('a"b<c>d\\e', "a%22b%3Cc%3Ed%5Ce"),
    ],
)
def test_encoding_leaves_no_scheme_and_no_markup(uri: str, encoded: str) -> None:
    assert routes.encoded(uri) == encoded


@pytest.mark.parametrize(
    ("target", "uri"),
    [
        ("2022-001/form.docx", "cases/2022-001/form.docx"),
        ("./2022-001/a%20b.pdf", "cases/2022-001/a b.pdf"),
        ("", None),
        ("../../etc/passwd", None),
        ("https://example.org/x", None),
        ("javascript:alert(1)", None),
        ("/etc/passwd", None),
    ],
)
def test_only_files_beside_a_page_have_an_address(target: str, uri: str | None) -> None:
    assert routes.beside("cases/2022/2022-001.md", target) == uri


@pytest.mark.parametrize(
    ("old", "uri"),
    [
        ("cases/old/", "cases/old/"),
        ("/cases/old", "cases/old/"),
        (" old/page.html ", "old/page.html"),
        ("../outside/", None),
        ("a//b/", None),
        ("a/./b", None),
        ("a\\..\\b", None),
        ("/", None),
    ],
)
def test_an_old_address_is_a_file_of_the_site(old: str, uri: str | None) -> None:
    assert routes.old_address(old) == uri


@pytest.mark.parametrize(
    ("site_url", "base"),
    [
        ("", "/"),
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/biao/gan", "/biao/gan/"),
        ("https://example.org/标杆/", "/%E6%A0%87%E6%9D%86/"),
        ("http://[broken", "/"),
    ],
)
def test_the_base_of_the_site_is_the_path_of_its_address(site_url: str, base: str) -> None:
    assert routes.base_of(site_url) == base
