"""The day of the build: the only place that looks at the clock."""

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from generator.errors import ConfigurationError
from generator.strings import text

EPOCH_VARIABLE: Final = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 (reproducible-builds.org): a build with it is the same on any day."""
SHANGHAI: Final = timezone(timedelta(hours=8))
"""The zone of every deadline; it has known no summer time since 1991."""


def today() -> date:
    """Give the day in Shanghai, or that of SOURCE_DATE_EPOCH where it is set to a number.

    Raises ConfigurationError for a number that is no moment.
    """
    written = os.environ.get(EPOCH_VARIABLE, "")
    try:
        seconds = int(written) if written.isdecimal() else None
        moment = datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
        return moment.astimezone(SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        message = text("cli.config.epoch", name=EPOCH_VARIABLE, value=written[:20])
        raise ConfigurationError(message) from None
