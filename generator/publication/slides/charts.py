"""An indicator as a chart that PowerPoint can edit: the same numbers as the page's."""

import math
from typing import Final

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from generator.charts.indicator import IndicatorPlot, axis_of
from generator.pages.controls import for_xml
from generator.pages.values import number
from generator.publication.manuscripts.slides import ChartManuscript
from generator.publication.slides.drawing import emu, name
from generator.publication.slides.fitting import Box
from generator.publication.slides.foreign import Chart, Drawn, chart_data, colour
from generator.publication.slides.theme import GREEN, LINE, QUIET, RED
from generator.publication.slides.workbook import chart_workbook
from generator.strings import text

_FIFTHS: Final = 5
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


def draw_chart(slide: Drawn, drawn: ChartManuscript, box: Box) -> None:
    """Draw an indicator into a box: its years as a line, its industry as dashed lines."""
    years = [str(year) for year in drawn.years]
    series = [(for_xml(name), values) for name, values in _series(drawn)]
    data = chart_data()
    data.categories = years
    for called, values in series:
        data.add_series(called, values)
    shape = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *emu(box), data)
    name(shape, text("publication_slides.shape.chart"), said(drawn))
    chart = shape.chart
    # python-pptx's own workbook holds the hour, and takes a name that begins with = for a formula.
    chart.part.chart_workbook.update_from_xlsx_blob(chart_workbook(years, series))
    _dress(chart, drawn)
    _paint(chart)


def said(drawn: ChartManuscript) -> str:
    """Say a chart in words, for who cannot see it."""
    parts = [
        text("publication_slides.indicator.year", year=year, value=shown)
        for year, shown in zip(drawn.years, drawn.shown, strict=True)
    ]
    parts += [called for called, _ in _series(drawn)[1:]]
    return text(
        "publication_slides.indicator.chart",
        name=drawn.heading,
        said=text("pages.format.comma").join(parts),
    )


def axis_limits(drawn: ChartManuscript) -> tuple[float | None, float | None]:
    """Give the ends of the axis, None for one that the program may choose.

    From 0 where the page's chart begins there; else round numbers close around the values.
    """
    points = [(str(year), value, "") for year, value in zip(drawn.years, drawn.values, strict=True)]
    levels = [("", one, False) for one in (drawn.average, drawn.best) if one is not None]
    axis = axis_of(IndicatorPlot(points, levels))
    if not axis.is_cut:
        return (0.0 if axis.low >= 0 else None, 0.0 if axis.high <= 0 and axis.low < 0 else None)
    step = _step((axis.high - axis.low) / _FIFTHS)
    low, high = math.floor(axis.low / step) * step, math.ceil(axis.high / step) * step
    if not (math.isfinite(low) and math.isfinite(high)):
        return None, None
    # A point on the very edge has no room for its number.
    return float(f"{low - step:.12g}"), float(f"{high + step:.12g}")


def _step(wanted: float) -> float:
    if wanted <= 0 or not math.isfinite(wanted):
        return 1.0
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(one * power for one in _STEPS if one * power >= wanted * (1 - 1e-9))


def _series(drawn: ChartManuscript) -> list[tuple[str, tuple[float, ...]]]:
    found = [(drawn.heading, drawn.values)]
    for key, level in (("average", drawn.average), ("best", drawn.best)):
        if level is not None:
            called = text(f"publication_slides.indicator.{key}", value=number(level))
            found.append((called, (level,) * len(drawn.years)))
    return found


def _dress(chart: Chart, drawn: ChartManuscript) -> None:
    chart.has_title = False
    chart.font.size = Pt(16)
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    axis = chart.value_axis
    low, high = axis_limits(drawn)
    if low is not None:
        axis.minimum_scale = low
    if high is not None:
        axis.maximum_scale = high
    axis.major_gridlines.format.line.color.rgb = colour(LINE)
    axis.format.line.fill.background()
    axis.tick_labels.font.size = Pt(12)
    axis.tick_labels.font.color.rgb = colour(QUIET)
    chart.category_axis.format.line.color.rgb = colour(QUIET)


def _paint(chart: Chart) -> None:
    values, *levels = chart.plots[0].series
    values.smooth = False
    values.format.line.width = Pt(3)
    values.format.line.color.rgb = colour(RED)
    values.marker.style = XL_MARKER_STYLE.CIRCLE
    values.marker.size = 10
    values.marker.format.fill.solid()
    values.marker.format.fill.fore_color.rgb = colour(RED)
    values.marker.format.line.color.rgb = colour(RED)
    labels = values.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.ABOVE
    labels.font.size = Pt(18)
    labels.font.bold = True
    for level in levels:
        is_best = level.name.startswith(_BEST)
        line = level.format.line
        level.smooth = False
        line.width = Pt(2)
        line.dash_style = MSO_LINE.SQUARE_DOT if is_best else MSO_LINE.DASH
        line.color.rgb = colour(GREEN if is_best else QUIET)
        level.marker.style = XL_MARKER_STYLE.NONE


_BEST: Final = text("publication_slides.indicator.best", value="").strip()
