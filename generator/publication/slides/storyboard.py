"""Which slides a case has, in which order."""

from collections.abc import Iterator

from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.tree import Inlines, Link, Paragraph
from generator.publication.manuscripts.chapter import Imprint
from generator.publication.manuscripts.slides import (
    ChartManuscript,
    SlidesManuscript,
    VideoManuscript,
)
from generator.publication.slides.charts import said
from generator.publication.slides.grids import indicator_grid
from generator.publication.slides.outline import text_slides
from generator.publication.slides.plan import Closing, Cover, Discussion, Points, Slide
from generator.publication.slides.points import Point, plain
from generator.publication.slides.theme import BODY
from generator.strings import text


def storyboard(manuscript: SlidesManuscript, imprint: Imprint) -> Iterator[Slide]:
    """Yield the slides: cover, summary, text, results, videos, discussion, where it comes from."""
    chapter = manuscript.chapter
    number = text("publication_slides.closing.number", site=imprint.site, id=chapter.number)
    cover = Cover(chapter.byline, manuscript.facts, chapter.mark, chapter.address, number)
    yield Slide(chapter.title, cover, notes=_head(manuscript))
    yield from _summary(manuscript)
    yield from text_slides(chapter.body, BODY)
    yield from _results(manuscript)
    for video in manuscript.videos:
        yield Slide(_part("video"), Points(tuple(_video(video, number))))
    yield Slide(
        _part("discussion"), Discussion(), notes=text("publication_slides.discussion.notes")
    )
    yield Slide(_part("closing"), Closing(tuple(_closing(manuscript)), chapter.address))


def _part(key: str) -> str:
    return text(f"publication_slides.part.{key}")


def _head(manuscript: SlidesManuscript) -> str:
    """Say the cover in full: a very long title is cut on it."""
    chapter = manuscript.chapter
    facts = (f"{label}\u3000{value}" for label, value in manuscript.facts)
    return "\n".join(
        one for one in (chapter.title, chapter.byline, *facts, chapter.mark, chapter.address) if one
    )


def _summary(manuscript: SlidesManuscript) -> Iterator[Slide]:
    chapter = manuscript.chapter
    points = tuple(
        Point(plain(block.inlines)) for block in chapter.summary if isinstance(block, Paragraph)
    )
    if points:
        notes = plain_text(chapter.summary)
        yield Slide(chapter.summary_heading, Points(points, is_plain=True), notes=notes)


def _results(manuscript: SlidesManuscript) -> Iterator[Slide]:
    results = _part("results")
    for chart in manuscript.charts:
        yield Slide(chart.heading, chart, results, _said(chart))
    if manuscript.table:
        yield Slide(_part("overview"), indicator_grid(manuscript.table), results)
    if manuscript.honours:
        points = tuple(Point(honour) for honour in manuscript.honours)
        yield Slide(_part("honours"), Points(points), notes="\n".join(manuscript.honours))


def _said(chart: ChartManuscript) -> str:
    return "\n".join(one for one in (said(chart), chart.reading, chart.note) if one)


def _closing(manuscript: SlidesManuscript) -> Iterator[Point]:
    """Yield the last lines: those that every document ends with, and the citation."""
    yield Point(text("publication_slides.closing.citation"))
    yield Point(manuscript.citation, level=1)
    for line in manuscript.chapter.colophon:
        yield _linked(line)


def _linked(line: Inlines) -> Point:
    """Give a line, with the link that it ends with."""
    last = line[-1] if line else None
    if isinstance(last, Link):
        return Point(plain(last.inlines), plain(line[:-1]), link=last.target)
    return Point(plain(line))


def _video(video: VideoManuscript, number: str) -> Iterator[Point]:
    yield Point("", video.title)
    if video.length:
        yield Point(text("publication_slides.video.length", length=video.length))
    for chapter in video.chapters:
        yield Point(chapter, level=1)
    if video.address:
        said = text("publication_slides.video.address")
        yield Point(video.address, said, link=video.address)
    else:
        yield Point(text("publication_slides.video.nowhere", number=number))
    if video.provider:
        yield Point(text("publication_slides.video.provider", provider=video.provider))
