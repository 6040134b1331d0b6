"""What a rendered body tells by itself: removed HTML, pictures, addresses that must not be."""

from collections.abc import Iterator

from generator.findings import Fault
from generator.library.addresses import is_safe
from generator.library.body import Body, Reference
from generator.library.rules.context import Context
from generator.library.rules.files import shortcoming
from generator.library.rules.placing import at_line


def check_body(path: str, body: Body, context: Context) -> Iterator[Fault]:
    """Report what the sanitiser removes, unsafe links, and pictures without file or description.

    Our own rules: the page must show what the author wrote, run nothing, and be readable by ear.
    """
    for removal in body.removals:
        yield at_line(path, "html-removed", removal.line, removal.column, name=removal.what)
    for link in body.links:
        if not is_safe(link.target):
            yield _unsafe(path, link)
    for image in body.images:
        yield from _check_image(path, image, context)


def _check_image(path: str, image: Reference, context: Context) -> Iterator[Fault]:
    if not is_safe(image.target):
        yield _unsafe(path, image)
    elif (fault := shortcoming(path, image.target, context)) is not None:
        yield at_line(
            path, "image-missing", image.line, image.column, name=image.target, variant=fault
        )
    if not image.text.strip():
        yield at_line(path, "image-alt-missing", image.line, image.column, name=image.target)


def _unsafe(path: str, reference: Reference) -> Fault:
    return at_line(
        path, "address-unsafe", reference.line, reference.column, address=reference.target
    )
