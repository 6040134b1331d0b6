import re

from lxml import etree

from generator.publication.blocks.tree import CaptionKind, Figure, Heading, Picture, Text
from generator.publication.word.draft import Draft, Profile
from generator.publication.word.pandoc import Pandoc, document
from generator.publication.word.text import blocks_json
from tests.publication.word.docx import NS, Docx, style_of, w
from tests.publication.word.samples import EVERYTHING, caption, para


def fields(docx: Docx, name: str) -> list[tuple[str, str]]:
    """Give each field of a kind: what it says, and what it shows until it is computed."""
    found = []
    runs = docx.find("//w:r")
    for place, run in enumerate(runs):
        code = run.findtext("w:instrText", "", NS).strip()
        if code.startswith(name):
            shown = "".join(runs[place + 2].itertext(w("t")))
            kinds = [one.find("w:fldChar", NS) for one in runs[place - 1 : place + 4]]
            marks = [one.get(w("fldCharType")) for one in kinds if one is not None]
            assert marks == ["begin", "separate", "end"]
            found.append((code, shown))
    return found


def bookmarks(docx: Docx) -> dict[str, str]:
    """Give the text between each bookmark's start and end within a paragraph."""
    return {
        start.get(w("name")): "".join(
            words
            for sibling in start.itersiblings()
            if sibling.getparent().index(sibling) < end_of(start)
            for words in sibling.itertext(w("t"))
        )
        for start in docx.find("//w:p/w:bookmarkStart")
    }


def end_of(start: etree._Element) -> int:
    parent = start.getparent()
    assert parent is not None
    for sibling in start.itersiblings():
        if sibling.tag == w("bookmarkEnd") and sibling.get(w("id")) == start.get(w("id")):
            return parent.index(sibling)
    raise AssertionError("a bookmark without an end")


def test_headings_have_their_level_number_and_place_in_the_navigation(everything: Docx) -> None:
    shown = [(style, words) for style, words in everything.paragraphs() if "Heading" in style]
    assert shown == [
        ("Heading1", "一、打通数据"),
        ("Heading2", "（一）小节"),
        ("Heading3", "1.更小"),
        ("Heading4", "（1）最小"),
        ("Heading1", "相关荣誉"),
    ]
    levels = [everything.value(f"Heading{level}", "w:pPr/w:outlineLvl") for level in range(1, 7)]
    assert levels == ["0", "1", "2", "3", "4", "5"]
    names = [everything.styles[f"Heading{n}"].find("w:name", NS).get(w("val")) for n in (1, 2)]
    assert names == ["heading 1", "heading 2"]


def test_captions_count_by_fields_that_show_the_pages_numbers(everything: Docx) -> None:
    assert fields(everything, "SEQ") == [
        (r"SEQ 图 \* ARABIC", "1"),
        (r"SEQ 表 \* ARABIC", "1"),
        (r"SEQ 图 \* ARABIC", "2"),
        (r"SEQ 表 \* ARABIC", "2"),
    ]
    assert everything.text_in("ImageCaption") == ["图1 控制图", "图2 趋势图"]
    assert everything.text_in("TableCaption") == ["表1 主要指标对比", "表2 第二表"]


def test_a_number_that_is_not_the_next_restarts_its_field(pandoc: Pandoc) -> None:
    draft = Draft()
    figure = Figure(Picture(None, "图"), caption(CaptionKind.FIGURE, 1, "甲"))
    third = Figure(Picture(None, "图"), caption(CaptionKind.FIGURE, 3, "丙"))
    chapters = [blocks_json((figure, third), (), draft, prefix=f"c{n}-") for n in (1, 2)]
    docx = Docx(pandoc.write(document([*chapters[0], *chapters[1]]), "docx"))
    codes = [code for code, _ in fields(docx, "SEQ")]
    assert codes == [
        r"SEQ 图 \* ARABIC",
        r"SEQ 图 \* ARABIC \r 3",
        r"SEQ 图 \* ARABIC \r 1",
        r"SEQ 图 \* ARABIC \r 3",
    ]
    assert len(set(bookmarks(docx))) == 4


def test_links_within_lead_to_bookmarks(everything: Docx) -> None:
    marks = bookmarks(everything)
    assert marks["图1"] == "图1"
    assert marks["表1"] == "表1"
    assert fields(everything, "REF") == [(r"REF 图1 \h", "图1")]
    anchors = [one.get(w("anchor")) for one in everything.find("//w:hyperlink[@w:anchor]")]
    names = {one.get(w("name")) for one in everything.find("//w:bookmarkStart")}
    assert len(anchors) == 2
    assert names.issuperset(anchors)
    assert all(re.fullmatch(r"[^\W\d_]\w{0,39}", name) for name in names)
    assert not [
        one for one in everything.find("//w:hyperlink") if "无处" in "".join(one.itertext())
    ]


def test_footnotes_are_footnotes_and_a_second_call_refers_to_the_first(everything: Docx) -> None:
    notes = everything.part("word/footnotes.xml").findall("w:footnote", NS)
    texts = ["".join(one.itertext(w("t"))).strip() for one in notes if not one.get(w("type"))]
    assert texts == ["第一条注。", "第二条注3", "注中注。"]
    assert len(everything.find("//w:footnoteReference")) == 3
    [(code, shown)] = fields(everything, "NOTEREF")
    assert shown == "1"
    mark = code.split()[1]
    inside = everything.find(f"//w:bookmarkStart[@w:name='{mark}']/following-sibling::*[1]")
    assert inside[0].find("w:footnoteReference", NS) is not None


def test_tables_keep_spans_alignment_and_repeat_their_head(everything: Docx) -> None:
    table, plain = everything.find("//w:tbl")
    rows = table.findall("w:tr", NS)
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [
        True,
        True,
        False,
        False,
    ]
    spans = [one.get(w("val")) for one in table.iter(w("gridSpan"))]
    assert [one for one in spans if one != "1"] == ["2", "2"]
    assert len(list(table.iter(w("vMerge")))) == 6
    assert len(table.findall("w:tblGrid/w:gridCol", NS)) == 4
    styles = {"".join(p.itertext(w("t"))): style_of(p) for p in table.iter(w("p"))}
    assert styles["指标"] == "TableHead"
    assert styles["412"] == "TableCellRight"
    assert styles["PPM"] == "TableCellCenter"
    assert styles["返修率"] == "TableCell"
    assert all(cell[-1].tag == w("p") for cell in table.iter(w("tc")))
    assert plain.find("w:tr/w:trPr/w:tblHeader", NS) is None


def test_table_caption_stands_above_and_figure_caption_below(everything: Docx) -> None:
    body = list(everything.document.find("w:body", NS))
    table = next(place for place, one in enumerate(body) if one.tag == w("tbl"))
    assert style_of(body[table - 1]) == "TableCaption"
    pictures = [place for place, one in enumerate(body) if style_of(one) == "CaptionedFigure"]
    assert [style_of(body[place + 1]) for place in pictures] == ["ImageCaption"] * 2
    assert everything.text_in("CaptionedFigure") == ["", "没有文件的图"]


def test_pictures_have_alternative_text_and_never_grow(everything: Docx) -> None:
    shown = everything.find("//wp:inline/wp:docPr/@descr")
    assert shown == ["一个点", "无题的图"]
    line = (210 - 2 * 31.75) * 36000
    for extent in everything.find("//wp:inline/wp:extent"):
        assert 0 < int(extent.get("cx")) <= line


def test_lists_start_where_they_should_and_have_their_style(everything: Docx) -> None:
    numbering = everything.part("word/numbering.xml")
    [start] = numbering.xpath(
        "//w:lvl[@w:ilvl='0'][w:numFmt/@w:val='upperLetter']/w:start/@w:val", namespaces=NS
    )
    assert start == "3"
    indents = numbering.xpath("//w:lvl/w:pPr/w:ind", namespaces=NS)
    assert {one.get(w("hanging")) for one in indents} == {"420"}
    listed = everything.find("//w:p[w:pPr/w:numPr]")
    assert len(listed) == 7
    assert {style_of(one) for one in listed} == {"Compact"}


def test_running_text_has_its_manners(everything: Docx) -> None:
    def told(path: str) -> str:
        return "".join(everything.find(f"//w:r[w:rPr/{path}]/w:t/text()"))

    assert told("w:b") == "加粗又强调"
    assert told("w:u") == "下划线"
    assert told("w:strike") == "删去"
    assert told("w:rStyle[@w:val='Emphasis']") == "又强调"
    assert told("w:rStyle[@w:val='Marked']") == "标出"
    assert told("w:rStyle[@w:val='Small']") == "小字"
    assert told("w:vertAlign[@w:val='subscript']") == "2"
    assert "x = 1" in told("w:rStyle[@w:val='VerbatimChar']")
    assert not everything.find("//w:i")
    rels = everything.part("word/_rels/document.xml.rels")
    assert "https://example.org/?a=1&b=2" in [one.get("Target") for one in rels]


def test_other_blocks_have_their_styles(everything: Docx) -> None:
    styles = [style for style, _ in everything.paragraphs()]
    assert everything.text_in("AlertTitle") == ["提示"]
    assert everything.text_in("Alert") == ["留意的话。", "还有一段。"]
    assert everything.text_in("BlockText") == ["引用的话。"]
    assert everything.text_in("DefinitionTerm") == ["失效机理"]
    assert everything.text_in("Definition") == ["引起失效的过程。"]
    assert everything.text_in("SourceCode") == ["if x:    y = 1"]
    assert styles.count("Rule") == 2


def test_formulas_are_formulas(everything: Docx) -> None:
    assert len(everything.find("//m:oMath")) == 2
    assert len(everything.find("//m:oMathPara")) == 1


def test_every_style_that_is_used_is_there(everything: Docx) -> None:
    used = {*everything.find("//w:pStyle/@w:val"), *everything.find("//w:rStyle/@w:val")}
    notes = everything.part("word/footnotes.xml")
    used.update(notes.xpath("//w:pStyle/@w:val", namespaces=NS))
    used.update(everything.find("//w:tblStyle/@w:val"))
    assert used <= set(everything.styles)


def test_only_what_no_style_can_say_is_said_directly(everything: Docx) -> None:
    direct = {
        etree.QName(child).localname
        for properties in everything.find("//w:p/w:pPr")
        for child in properties
    }
    assert direct <= {"pStyle", "numPr"}
    runs = {etree.QName(c).localname for r in everything.find("//w:r/w:rPr") for c in r}
    assert runs <= {"rStyle", "rFonts", "b", "bCs", "u", "strike", "vertAlign"}
    assert not everything.find("//w:r/w:rPr/w:rFonts[@w:eastAsia or @w:ascii]")


def test_the_other_profile_has_no_openxml_and_the_same_text(pandoc: Pandoc) -> None:
    draft = Draft(Profile.BOOK)
    blocks = blocks_json(EVERYTHING.blocks, EVERYTHING.notes, draft, prefix="c1-")
    html = pandoc.write(document(blocks), "html5", pictures=draft.pictures).decode()
    assert "openxml" not in html
    assert "custom-style" not in html
    for piece in ('id="c1-图1"', 'href="#c1-图1"', "<mark>标出</mark>", 'class="alert note"'):
        assert piece in html
    assert html.count("<figcaption>") == 2
    assert "<caption>" in html


def test_levels_below_the_last_stay_headings() -> None:
    heading = Heading(5, "", (Text("深"),), "")
    [node] = blocks_json((heading,), (), Draft(), shift=4)
    assert node["c"][0] == 6
    [node] = blocks_json((Heading(1, "", (Text("题"),), ""),), (), Draft(), shift=-1)
    assert node["c"][0] == 1
    assert blocks_json((para(""),), (), Draft())[0]["t"] == "Para"
