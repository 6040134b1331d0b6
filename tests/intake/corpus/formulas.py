"""Formulas as Word holds them, and what of each must come over."""

from typing import Final

_PROPERTIES: Final = '<m:rPr><m:sty m:val="p"/></m:rPr>'


def run(words: str, *, upright: bool = False) -> str:
    """Give a run of a formula."""
    return f"<m:r>{_PROPERTIES if upright else ''}<m:t>{words}</m:t></m:r>"


def _subscript(base: str, below: str) -> str:
    return f"<m:sSub><m:e>{run(base)}</m:e><m:sub>{run(below)}</m:sub></m:sSub>"


def _fraction(above: str, below: str) -> str:
    return f"<m:f><m:num>{above}</m:num><m:den>{below}</m:den></m:f>"


FORMULAS: Final = {
    "cpk": _subscript("C", "pk")
    + run("=")
    + _fraction(
        run("USL-") + f'<m:acc><m:accPr><m:chr m:val="̅"/></m:accPr><m:e>{run("x")}</m:e></m:acc>',
        run("3σ"),
    ),
    "rpn": run("RPN=S×O×D"),
    "oee": run("OEE=") + _fraction(run("T", upright=True) + run("×Q"), run("A")) + run("×100%"),
    "sum": '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
    f"<m:sub>{run('i=1')}</m:sub><m:sup>{run('n')}</m:sup>"
    f"<m:e>{_subscript('x', 'i')}</m:e></m:nary>",
}
"""Key → the inside of an m:oMath."""

MARKS: Final = {
    "cpk": ("C", "pk", "USL", "σ|sigma"),
    "rpn": ("RPN", "×|times"),
    "oee": ("OEE", "frac"),
    "sum": ("∑|sum", "i"),
}
"""Key → what the formula's text must hold, alternatives by `|`."""
