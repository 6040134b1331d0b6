"""A presentation as bytes that are the same whenever it is made."""

from collections.abc import Callable
from io import BytesIO

from generator.publication.slides.foreign import Deck
from generator.publication.zipping import pack, unpack


def packed(deck: Deck, finished: Callable[[str, bytes], bytes]) -> bytes:
    """Give a presentation's file, without the hour of its making.

    `finished` gives each part, by its name, as it is to be written.
    """
    made = BytesIO()
    deck.save(made)
    members = unpack(made.getvalue())
    return pack((name, finished(name, part)) for name, part in members.items())
