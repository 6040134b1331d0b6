"""Whether the children of an element stand in the order of the schema (ECMA-376, annex A)."""

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from tests.publication.word.docx import W

ORDER: Final = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
        " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u"
        " effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
        " tblDescription"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed"
        " qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr"
        " tblStylePr"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings"
    ),
    "settings": (
        "writeProtection view zoom embedTrueTypeFonts mirrorMargins defaultTabStop"
        " evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat rsids"
        " themeFontLang clrSchemeMapping decimalSymbol listSeparator"
    ),
}


def misplaced(root: Any) -> Iterator[str]:
    """Yield each element whose children are in another order, or that the schema does not know."""
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        name = etree.QName(node).localname
        if name not in ORDER or etree.QName(node).namespace != W:
            continue
        known = ORDER[name].split()
        children = [etree.QName(child).localname for child in node]
        strange = [child for child in children if child not in known]
        places = [known.index(child) for child in children if child in known]
        if strange or places != sorted(places):
            yield f"{name}: {children}"
