"""The day of the build: the only place that looks at the clock."""

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

EPOCH_VARIABLE: Final = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 (reproducible-builds.org): a build with it is the same on any day."""
SHANGHAI: Final = timezone(timedelta(hours=8))
"""The zone of every deadline; it has known no summer time since 1991."""


def today() -> date:
    """Give the day in Shanghai, or that of SOURCE_DATE_EPOCH where it is set to a number."""
    written = os.environ.get(EPOCH_VARIABLE, "")
    moment = datetime.fromtimestamp(int(written), UTC) if written.isdecimal() else datetime.now(UTC)
    return moment.astimezone(SHANGHAI).date()
