"""A case file as text, in the one form that the program itself writes."""

from collections.abc import Mapping
from typing import Final

import yaml

from generator.intake.drafts import CASE_SCHEMA
from generator.library.case import CaseFrontMatter


class _BlockDumper(yaml.SafeDumper):
    """Write lists one item a line, set in under their key, as editors write them by hand."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


KEY_ORDER: Final = tuple(
    field.alias or name for name, field in CaseFrontMatter.model_fields.items() if name != "schema_"
)
"""The order in which an editor meets the keys; `$schema` stands last."""


_USUAL: Final = ("field", "method", "recommender", "title", "enterprise", "region", "industry")
"""What an editor must fill in sooner or later: it stands in a draft even while it is empty."""


def case_text(front: Mapping[str, object]) -> str:
    """Give a list entry's file: front matter without empty keys, and no body."""
    return _file({key: front[key] for key in KEY_ORDER if front.get(key)})


def draft_text(front: Mapping[str, object], body: str) -> str:
    """Give a draft's file: front matter with the usual keys, empty ones too, and the body."""
    empty = {key: [] if key in ("field", "method") else "" for key in _USUAL}
    shown = {**empty, **{key: value for key, value in front.items() if value}}
    return _file({key: shown[key] for key in KEY_ORDER if key in shown}) + f"\n{body.strip()}\n"


def _file(ordered: Mapping[str, object]) -> str:
    written = yaml.dump(
        {**ordered, "$schema": CASE_SCHEMA},
        Dumper=_BlockDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10_000,
    )
    return f"---\n{written}---\n"
