"""Measure the server on real components it starts by itself on 127.0.0.1, and print one table.

    python -m benchmarks.server [gallery] [uploads] [sockets] [embedded] [celery]

Server times are those of the server's own log. What is not installed is said and passed over.
"""

import argparse
import asyncio
import os
import platform
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.server import gallery, sockets, uploads, work
from benchmarks.server.figures import Figure, table

from limner.testing.servers import ServerMissing

_PARTS: Final[tuple[tuple[str, str, Callable[[], Awaitable[list[Figure]]]], ...]] = (
    ("uploads", "uploads", uploads.measure),
    ("sockets", "web sockets", sockets.measure),
    ("embedded", "embedded workers", work.embedded),
    ("celery", "Celery workers", work.celery),
    ("gallery", "the gallery on SQLite", partial(gallery.measure, "SQLite")),
    ("gallery", "the gallery on PostgreSQL", partial(gallery.measure, "PostgreSQL")),
    ("gallery", "the gallery on MongoDB", partial(gallery.measure, "MongoDB")),
)


async def _measured(wanted: list[str]) -> list[Figure]:
    figures: list[Figure] = []
    for part, what, measure in _PARTS:
        if wanted and part not in wanted:
            continue
        print(f"measuring {what}", file=sys.stderr, flush=True)
        try:
            figures += await measure()
        except ServerMissing as missing:
            print(f"{what} was not measured: {missing}", file=sys.stderr)
    return figures


def main() -> None:
    """Measure, print, and keep the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.server", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *(part for part, _, _ in _PARTS)])
    parser.add_argument("--out", type=Path, default=Path("out/bench-server.md"))
    arguments = parser.parse_args()
    figures = asyncio.run(_measured(arguments.parts))
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores."
    text = f"{machine}\n\n{table(figures)}\n"
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
