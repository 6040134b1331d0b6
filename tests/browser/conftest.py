"""The real site, as the tests of the built site have it."""

from tests.site.conftest import real_site

__all__ = ["real_site"]
