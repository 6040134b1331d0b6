"""Styles and numbering of the documents written part by part."""

from typing import Final

from tests.intake.corpus.makes import AUTOMATIC, Headings, Make, StyleNames
from tests.intake.corpus.wordml import XMLNS

HEADING_NUMBERS: Final = 1
BULLETS: Final = 2
FIRST_ORDERED: Final = 10
"""Ids of ordered lists count from here, for each begins at one."""
_CLOSING: Final = "、）."
_BOLD: Final = "<w:b/><w:bCs/>"


def _style(identity: tuple[str, str], inner: str = "", *, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{identity[0]}">'
        f'<w:name w:val="{identity[1]}"/>{inner}</w:style>'
    )


def styles(make: Make) -> str:
    """Give styles.xml."""
    names = make.styles
    based = f'<w:basedOn w:val="{names.normal[0]}"/>'
    found = [
        _style(names.normal, "<w:qFormat/>", default=True),
        _style(names.title, f'{based}<w:pPr><w:jc w:val="center"/></w:pPr>'),
        _style(names.caption, f'{based}<w:pPr><w:jc w:val="center"/></w:pPr>'),
        _style(names.contents, based),
        _style(("FootnoteText", "footnote text"), based),
        *_heading_styles(make, names, based),
    ]
    latin = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="28"/>'
    return (
        f"<w:styles {XMLNS}><w:docDefaults><w:rPrDefault><w:rPr>{latin}</w:rPr></w:rPrDefault>"
        f"</w:docDefaults>{''.join(found)}"
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style></w:styles>"
    )


def _heading_styles(make: Make, names: StyleNames, based: str) -> list[str]:
    found = []
    for level, identity in enumerate(names.headings):
        numbers = ""
        if make.headings is Headings.STYLED_AUTO:
            numbers = (
                f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{HEADING_NUMBERS}"/></w:numPr>'
            )
        look = f'<w:pPr>%s<w:outlineLvl w:val="{level}"/></w:pPr><w:rPr>{_BOLD}</w:rPr>'
        if names.based:
            built_in = (f"Heading{level + 1}", f"heading {level + 1}")
            found.append(_style(built_in, based + look % numbers))
            found.append(_style(identity, f'<w:basedOn w:val="{built_in[0]}"/>'))
        else:
            found.append(_style(identity, based + look % numbers))
    return found


def _level(number: int, form: str, words: str, link: str = "") -> str:
    """Give a level; after 一、 and （一） nothing follows, after 1.1 Word's own tab."""
    style = f'<w:pStyle w:val="{link}"/>' if link else ""
    after = '<w:suff w:val="nothing"/>' if words[-1] in _CLOSING else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}'
        f'{after}<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def _heading_levels(make: Make) -> str:
    links = [""] * 4
    if make.headings is Headings.STYLED_AUTO and not make.styles.based:
        links = [identity[0] for identity in make.styles.headings]
    if make.counting == "decimal":
        forms = [("decimal", ".".join(f"%{up}" for up in range(1, n + 1))) for n in range(1, 5)]
    else:
        forms = [
            (make.counting, "%1、"),
            (make.counting, "（%2）"),
            ("decimal", "%3."),
            ("decimal", "（%4）"),
        ]
    return "".join(
        _level(number, form, words, links[number]) for number, (form, words) in enumerate(forms)
    )


def _abstract(number: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def numbering(make: Make, ordered: int) -> str:
    """Give numbering.xml with so many ordered lists."""
    abstract = _abstract(BULLETS, _level(0, "bullet", "•"))
    abstract += _abstract(FIRST_ORDERED, _level(0, "decimal", "%1."))
    used = [(BULLETS, BULLETS, False)]
    if make.headings in AUTOMATIC:
        abstract = _abstract(HEADING_NUMBERS, _heading_levels(make)) + abstract
        used.append((HEADING_NUMBERS, HEADING_NUMBERS, False))
    used += [(FIRST_ORDERED + number, FIRST_ORDERED, True) for number in range(ordered)]
    begins = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>'
        f"{begins if again else ''}</w:num>"
        for number, of, again in used
    )
    return f"<w:numbering {XMLNS}>{abstract}{numbers}</w:numbering>"


def notes_part(notes: list[str]) -> str:
    """Give footnotes.xml."""
    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"<w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>"
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    own = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'
        for number, words in enumerate(notes, start=1)
    )
    return f"<w:footnotes {XMLNS}>{marks}{own}</w:footnotes>"


def comments_part(comments: list[str]) -> str:
    """Give comments.xml."""
    own = "".join(
        f'<w:comment w:id="{number}" w:author="审核人" w:date="2022-06-20T09:00:00Z">'
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
        for number, words in enumerate(comments, start=1)
    )
    return f"<w:comments {XMLNS}>{own}</w:comments>"
