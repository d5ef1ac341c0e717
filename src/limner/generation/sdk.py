"""What every provider with an SDK of somebody else's does: find out whether it is there, and keep it quiet."""

import importlib.util
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from limner.errors import ExtraMissing


def check_installed(title: str, package: str, extra: str) -> None:
    """Pass when a package can be imported; it is not imported yet.

    Raises:
        ExtraMissing: it is not installed; the advice is the command.
    """
    if importlib.util.find_spec(package) is None:
        raise ExtraMissing(f"{title} needs a package that is not installed.", f'pip install "limner[{extra}]"')


def keep_quiet(*loggers: str) -> None:
    """Let SDKs and their transports log warnings only: below that they write addresses, prompts and pictures."""
    for name in loggers:
        logging.getLogger(name).setLevel(logging.WARNING)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait by `retry-after-ms` or `retry-after` (seconds or a date); None when neither says so."""
    try:
        return max(0.0, float(headers["retry-after-ms"]) / 1000)
    except (KeyError, ValueError):
        said = headers.get("retry-after", "")
    try:
        return max(0.0, float(said))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
