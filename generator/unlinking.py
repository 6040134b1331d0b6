"""Links to pages that were left out, taken off: the words stay, the dead address goes."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from types import MappingProxyType

from generator.library.addresses import source_target
from generator.library.body import AnyBody, Body
from generator.library.library import Library
from generator.pages import routes


def unlinked(library: Library, left_out: frozenset[str]) -> Library:
    """Give the library without links in its texts to the files that were left out, by path."""
    return replace(
        library,
        cases=MappingProxyType(
            {k: replace(v, body=_body(v.path, v.body, left_out)) for k, v in library.cases.items()}
        ),
        notices=MappingProxyType(
            {
                k: replace(v, body=_body(v.path, v.body, left_out))
                for k, v in library.notices.items()
            }
        ),
        documents=MappingProxyType(
            {k: replace(v, body=_body(k, v.body, left_out)) for k, v in library.documents.items()}
        ),
    )


def _body(path: str, body: AnyBody, left_out: frozenset[str]) -> AnyBody:
    dead = [link.target for link in body.links if _leads_to(path, link.target, left_out)]
    if not dead:
        return body
    return Body(
        html=_without(body.html, path, dead),
        headings=body.headings,
        links=body.links,
        images=body.images,
    )


def _leads_to(path: str, target: str, left_out: frozenset[str]) -> bool:
    resolved = source_target(path, target)
    return resolved is not None and resolved[0] in left_out and resolved[0] != path


def _without(html: str, path: str, targets: Iterable[str]) -> str:
    for target in targets:
        address = re.escape(escape(routes.published(path, target) or target))
        # The sanitiser's HTML: attributes in double quotes, no link inside a link.
        html = re.sub(rf'<a href="{address}"[^>]*>(.*?)</a>', r"\1", html, flags=re.DOTALL)
    return html
