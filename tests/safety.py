"""Tell what in a piece of HTML could run a script.

The HTML is parsed as a browser parses it (html5lib), then every element and attribute is judged:
nothing is searched for in the text.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BODY_TAGS = _names(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div"
    " dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt"
    " ruby s samp section small span strong sub summary sup table tbody td tfoot th thead"
    " time tr u ul var wbr"
)
"""Elements of a rendered body."""

SHELL_TAGS = BODY_TAGS | _names(
    "html head body title meta link script h1 header footer main nav aside article"
    " address form input button label select option optgroup fieldset legend dialog"
    " textarea output progress meter video source track picture template noscript data search menu"
    " hgroup iframe svg g path rect circle line polyline polygon text tspan desc use defs"
    " symbol ellipse"
)
"""Elements of a whole page, the shell included."""

_BODY_ATTRIBUTES = _names(
    "abbr align alt aria-label class colspan datetime dir height href id lang loading"
    " open rel reversed role rowspan scope span src start tabindex title type valign"
    " value width"
)
_ADDRESSES = _names(
    "action archive background cite classid codebase data dynsrc formaction href icon"
    " longdesc lowsrc manifest ping poster profile src srcset usemap xlink:href xml:base"
)
_FORBIDDEN = _names("formaction ping srcdoc style background dynsrc lowsrc nonce")
_SCHEMES = frozenset({"", "http", "https", "mailto"})
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_NAMED = frozenset({"canonical", "alternate", "license"})
"""Relations that name an address and load nothing."""
_META = frozenset({"charset", "content", "name", "property"})
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*([^'\"].*)", re.IGNORECASE | re.DOTALL)


def unsafe_things(html: str, *, shell: bool = False) -> list[str]:
    """List what is unsafe in a rendered body, or with `shell` in a whole page of the site.

    A page may also have the elements of `SHELL_TAGS`, attributes of its own, and `script` and
    `link` with a relative address; never inline code, handlers, styles or foreign scripts.
    """
    found: list[str] = []
    for element in _elements(html, shell=shell):
        if not isinstance(element.tag, str):
            if not shell:
                found.append("comment")
            continue
        found += _of_element(element, shell=shell)
    return found


def _elements(html: str, *, shell: bool) -> Iterator[Element]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    if shell:
        yield from parser.parse(html).iter()
        return
    # As the page holds it (inside an element of the body), and alone as innerHTML.
    root = parser.parseFragment(html, container="div")
    yield from list(root.iter())[1:]
    page = parser.parse(f"<!doctype html><html><body><main>{html}</main></body></html>")
    main = page.find("body/main")
    assert main is not None
    yield from list(main.iter())[1:]
    outside = [child.tag for child in page.find("body") or ()]
    for tag in outside:
        if tag != "main":
            yield Element(f"{tag} outside")


def _of_element(element: Element, *, shell: bool) -> Iterator[str]:
    tag = element.tag.lower()
    if tag.rpartition("}")[2] not in (SHELL_TAGS if shell else BODY_TAGS) or (
        "}" in tag and not shell
    ):
        yield f"<{tag}>"
    if tag == "script":
        yield from _of_script(element)
    if tag == "iframe" and "src" in element.attrib:
        yield "<iframe src>"
    if tag == "link" and _loads_from_elsewhere(element):
        yield f"link href={element.get('href')!r}"
    if tag == "meta":
        yield from _of_meta(element)
    for name, value in element.attrib.items():
        yield from _of_attribute(tag, name.lower(), value, shell=shell)


def _loads_from_elsewhere(link: Element) -> bool:
    relations = set(link.get("rel", "").lower().split())
    return not relations & _NAMED and not is_relative(link.get("href", ""))


def _of_meta(element: Element) -> Iterator[str]:
    """Let pass a content policy, which only forbids, and a redirect that stays on the site."""
    content = element.get("content", "")
    kind = element.get("http-equiv", "").lower()
    address = _REFRESH.fullmatch(content)
    is_redirect = kind == "refresh" and address is not None and is_relative(address[1])
    passes = kind == "content-security-policy" or is_redirect
    for name in element.attrib:
        if name not in _META and not (name == "http-equiv" and passes):
            yield f"meta {name}"


def _of_script(element: Element) -> Iterator[str]:
    kind = element.get("type", "")
    if kind in ("application/json", "application/ld+json"):
        return
    if "".join(element.itertext()).strip():
        yield "inline script"
    if not is_relative(element.get("src", "")):
        yield f"script src={element.get('src')!r}"


def _of_attribute(tag: str, name: str, value: str, *, shell: bool) -> Iterator[str]:
    local = name.rpartition("}")[2].rpartition(":")[2]
    is_known = shell or local in _BODY_ATTRIBUTES
    if local.startswith("on") or local in _FORBIDDEN or not is_known:
        yield f"{tag} {name}={value!r}"
    if (local in _ADDRESSES or name in _ADDRESSES) and not _is_address(value):
        yield f"{tag} {name}={value!r}"


def is_relative(address: str) -> bool:
    """Tell whether an address stays on the site whatever a browser makes of it."""
    plain = _IGNORED.sub("", address).replace("\\", "/")
    return not _SCHEME.match(plain) and not plain.startswith("//")


def _is_address(value: str) -> bool:
    plain = _IGNORED.sub("", value)
    scheme = _SCHEME.match(plain)
    return (scheme[1].lower() if scheme else "") in _SCHEMES
