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


def case_text(front: Mapping[str, object]) -> str:
    """Give a list entry's file: front matter without empty keys, and no body."""
    ordered = {key: front[key] for key in KEY_ORDER if front.get(key)}
    written = yaml.dump(
        {**ordered, "$schema": CASE_SCHEMA},
        Dumper=_BlockDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10_000,
    )
    return f"---\n{written}---\n"
