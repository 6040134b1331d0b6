"""Pictures, text boxes, groups, charts and diagrams in WordprocessingML."""

from typing import Final
from xml.sax.saxutils import escape

from tests.intake.corpus.content import Chart, Diagram, Group, Picture, TextBox
from tests.intake.corpus.wordml import (
    CHART_TYPE,
    DIAGRAM_TYPES,
    NAMESPACES,
    RELATIONS,
    XMLNS,
    Package,
    paragraph,
    run,
)

_WIDE: Final = 4_572_000
_HIGH: Final = 2_571_750
_BOX: Final = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{_WIDE}" cy="{_HIGH}"/></a:xfrm>'
_RECTANGLE: Final = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def _inline(package: Package, graphic: str, kind: str) -> str:
    number = package.number()
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_WIDE}" cy="{_HIGH}"/><wp:docPr id="{number}" name="对象 {number}"/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES[kind]}">{graphic}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _pic(package: Package, picture: Picture) -> str:
    link = package.picture(picture)
    number = package.number()
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{picture.name}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/>'
        f"</a:stretch></pic:blipFill><pic:spPr>{_BOX}{_RECTANGLE}</pic:spPr></pic:pic>"
    )


def picture_run(package: Package, picture: Picture) -> str:
    """Give a run that shows a picture."""
    if not picture.vml:
        return f"<w:r>{_inline(package, _pic(package, picture), 'pic')}</w:r>"
    link = package.picture(picture)
    return (
        f'<w:r><w:pict><v:shape id="s{package.number()}" style="width:360pt;height:202pt">'
        f'<v:imagedata r:id="{link}" o:title="{picture.name}"/></v:shape></w:pict></w:r>'
    )


def _shape(words: str) -> str:
    return (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{_BOX}{_RECTANGLE}</wps:spPr><wps:txbx>'
        f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )


def _vml_box(words: str, number: int) -> str:
    return (
        f'<v:shape id="t{number}" style="width:360pt;height:60pt"><v:textbox><w:txbxContent>'
        f"{paragraph(run(words))}</w:txbxContent></v:textbox></v:shape>"
    )


def _anchored(package: Package, graphic: str, kind: str) -> str:
    number = package.number()
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_WIDE}" cy="{_HIGH}"/><wp:wrapTopAndBottom/>'
        f'<wp:docPr id="{number}" name="形状 {number}"/><a:graphic>'
        f'<a:graphicData uri="{NAMESPACES[kind]}">{graphic}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )


def _alternatives(choice: str, requires: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def text_box(package: Package, box: TextBox) -> str:
    """Give a paragraph that anchors a text box."""
    drawing = _anchored(package, _shape(box.text), "wps")
    return paragraph(_alternatives(drawing, "wps", _vml_box(box.text, package.number())))


def group(package: Package, shapes: Group) -> str:
    """Give a paragraph that anchors a group of pictures and a text."""
    inner = "".join(_pic(package, picture) for picture in shapes.pictures) + _shape(shapes.text)
    area = f'<a:chOff x="0" y="0"/><a:chExt cx="{_WIDE}" cy="{_HIGH}"/></a:xfrm>'
    wgp = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{_BOX.replace('</a:xfrm>', area)}</wpg:grpSpPr>"
        f"{inner}</wpg:wgp>"
    )
    images = "".join(
        f'<v:shape id="g{package.number()}" style="width:100pt;height:60pt">'
        f'<v:imagedata r:id="{package.picture(picture)}" o:title=""/></v:shape>'
        for picture in shapes.pictures
    )
    old = f'<v:group style="width:360pt;height:202pt">{images}{_vml_box(shapes.text, 0)}</v:group>'
    return paragraph(_alternatives(_anchored(package, wgp, "wpg"), "wpg", old))


def _cache(tag: str, values: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{escape(value)}</c:v></c:pt>'
        for number, value in enumerate(values)
    )
    return f'<c:{tag}><c:ptCount val="{len(values)}"/>{points}</c:{tag}>'


def _series(chart: Chart, number: int) -> str:
    name, values = chart.series[number]
    numbers = tuple(f"{value:g}" for value in values)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f>{_cache('strCache', (name,))}</c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2</c:f>{_cache('strCache', chart.categories)}</c:strRef>"
        f"</c:cat><c:val><c:numRef><c:f>Sheet1!$B$2</c:f>{_cache('numCache', numbers)}</c:numRef>"
        "</c:val></c:ser>"
    )


def chart_paragraph(package: Package, chart: Chart) -> str:
    """Give a paragraph with a chart, its part with cached values beside it."""
    rows = "".join(_series(chart, number) for number in range(len(chart.series)))
    title = (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{escape(chart.title)}</a:t></a:r></a:p>"
        "</c:rich></c:tx></c:title>"
    )
    part = (
        f"<c:chartSpace {XMLNS}><c:chart>{title}<c:plotArea><c:layout/><c:barChart>"
        f'<c:barDir val="col"/><c:grouping val="clustered"/>{rows}<c:axId val="1"/>'
        '<c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/>'
        '<c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/>'
        '<c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>'
    )
    link = package.add(f"charts/chart{package.number()}.xml", part, "chart", CHART_TYPE)
    graphic = f'<c:chart r:id="{link}"/>'
    return paragraph(f"<w:r>{_inline(package, graphic, 'c')}</w:r>")


def diagram_paragraph(package: Package, diagram: Diagram) -> str:
    """Give a paragraph with a SmartArt diagram, its four parts beside it."""
    points = "".join(
        f'<dgm:pt modelId="{number}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{escape(words)}</a:t></a:r>'
        "</a:p></dgm:t></dgm:pt>"
        for number, words in enumerate(diagram.texts, start=1)
    )
    model = f"<dgm:dataModel {XMLNS}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>"
    bodies = {
        "diagramData": model,
        "diagramLayout": f"<dgm:layoutDef {XMLNS}><dgm:layoutNode/></dgm:layoutDef>",
        "diagramQuickStyle": f'<dgm:styleDef {XMLNS} uniqueId="simple"/>',
        "diagramColors": f'<dgm:colorsDef {XMLNS} uniqueId="accent"/>',
    }
    number = package.number()
    links = [
        package.add(f"diagrams/{kind}{number}.xml", body, kind, DIAGRAM_TYPES[kind])
        for kind, body in bodies.items()
    ]
    marks = " ".join(
        f'r:{name}="{link}"' for name, link in zip(("dm", "lo", "qs", "cs"), links, strict=True)
    )
    graphic = f"<dgm:relIds {marks}/>"
    return paragraph(f"<w:r>{_inline(package, graphic, 'dgm')}</w:r>")


def link_id(package: Package, address: str) -> str:
    """Give the id of a relation to an address outside."""
    return package.relate(f"{RELATIONS}/hyperlink", address, external=True)
