"""Things of python-pptx and lxml as the type checker sees them: many have no types."""

from typing import Any, Final, TypeAlias

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor

Deck: TypeAlias = Any
"""pptx.presentation.Presentation."""
Drawn: TypeAlias = Any
"""pptx.slide.Slide: one that is being drawn."""
Layout: TypeAlias = Any
"""pptx.slide.SlideLayout or SlideMaster."""
Shape: TypeAlias = Any
"""A shape, a placeholder, a connector or a cell of a table."""
Frame: TypeAlias = Any
"""pptx.text.text.TextFrame."""
Line: TypeAlias = Any
"""pptx.text.text._Paragraph."""
Chart: TypeAlias = Any
"""pptx.chart.chart.Chart."""
Colour: TypeAlias = Any
"""pptx.dml.color.RGBColor."""
Element: TypeAlias = Any
"""lxml.etree._Element."""

chart_data: Final[Any] = CategoryChartData
_colours: Final[Any] = RGBColor


def colour(digits: str) -> Colour:
    """Give a colour from its six hexadecimal digits."""
    return _colours.from_string(digits)
