"""The Word files to be filled, by their addresses."""

from collections.abc import Mapping
from functools import cache

from generator.pages import routes
from generator.pages.platform.forms import forms
from generator.publication.forms.application import application_body
from generator.publication.forms.evaluation import evaluation_body
from generator.publication.forms.sheets import sheet
from generator.publication.word.reference import parts
from generator.publication.zipping import pack


@cache
def blank_documents(own: str = "") -> Mapping[str, bytes]:
    """Give every form, blank; `own` is what the library's file of forms says, or empty.

    Raises ConfigurationError where the file is wrong.
    """
    bodies = {routes.form_document(form.slug): application_body(form) for form in forms(own)}
    bodies[routes.EVALUATION_DOCUMENT] = evaluation_body()
    return {uri: document(body) for uri, body in bodies.items()}


def document(body: str) -> bytes:
    """Give a Word file with this body; nothing in it is compressed."""
    made = parts(sheet(), body)
    return pack(((name, content.encode()) for name, content in made), is_stored=True)
