"""The checker itself finds what it must."""

import pytest

from tests.safety import unsafe_things


@pytest.mark.parametrize(
    "html",
    [
        "<img src=x onerror=1>",
        "<a href='java&#10;script:x'>x</a>",
        "<a href='&#1;JAVASCRIPT:x'>x</a>",
        "<svg><a xlink:href=x></a></svg>",
        "<p style=x>x</p>",
        "<!-- x -->",
        "<h1>x</h1>",
        "<a target=_blank>x</a>",
        "</main><p>x</p>",
        "</div></main></body><script>x</script>",
        "<table><script>x</script></table>",
        "<img srcset=x>",
        "<p data-x=y>x</p>",
    ],
)
def test_body_is_unsafe(html: str) -> None:
    assert unsafe_things(html)


def test_body_is_safe() -> None:
    assert unsafe_things('<p id="x"><a href="https://a.example" rel="noopener">x</a></p>') == []


@pytest.mark.parametrize(
    ("head", "safe"),
    [
        ('<script src="../assets/a.js"></script>', True),
        ('<script type="application/json">{}</script>', True),
        ("<script src=//host/a.js></script>", False),
        ("<script src='/\\host/a.js'></script>", False),
        ("<script>x</script>", False),
        ("<style>a{}</style>", False),
        ('<link rel="stylesheet" href="a.css">', True),
        ('<link rel="stylesheet" href="https://host/a.css">', False),
        ('<link rel="canonical" href="https://host/">', True),
        ("<meta http-equiv=refresh content=0>", False),
        ('<meta http-equiv="refresh" content="0; url=../x/">', True),
        ('<meta http-equiv="refresh" content="0; URL=javascript:x">', False),
        ("<meta http-equiv=refresh content=\"0;url='javascript:x'\">", False),
        ('<meta http-equiv="refresh" content="0; url=https://host/">', False),
        ("<meta http-equiv=set-cookie content=x>", False),
        ('<meta name="viewport" content="x">', True),
        ("<base href=x>", False),
    ],
)
def test_page(head: str, *, safe: bool) -> None:
    page = f"<!doctype html><html lang=zh><head><title>x</title>{head}</head><body>x</body></html>"
    assert (unsafe_things(page, shell=True) == []) is safe


def test_page_with_handler() -> None:
    assert unsafe_things("<!doctype html><body onload=x>", shell=True) == ["body onload='x'"]
