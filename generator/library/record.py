"""The base of every record read from YAML: frozen, strict on keys, lenient on numbers."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record. Unknown keys are faults; 2022 typed where text is meant becomes "2022"."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )
