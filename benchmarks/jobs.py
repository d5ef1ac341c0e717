"""200 small pictures, two workers, one killed again and again: are all drawn once, and how long does it take?

    python -m benchmarks.jobs [--pictures N]

Once with the workers a server keeps itself, once with Celery on a real Redis. Needs Linux.

Seen on two busy cores: embedded 200 of 200 done, 20 kills, 219 begun, 139 s; Celery 200 of 200, 20 kills, 220 begun,
132 s.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from limner.testing import servers
from limner.testing.crowd import CrowdFigures, draw_crowd
from limner.testing.killable import KillableLimner, killed_at_the_end


async def measure(queue_url: str | None, pictures: int) -> CrowdFigures:
    """Draw the crowd in a folder of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="limner-bench-") as folder,
        killed_at_the_end(KillableLimner(Path(folder) / "data", queue_url)) as limner,
    ):
        await limner.prepare()
        return await draw_crowd(limner, pictures)


def main() -> int:
    """Measure both queues; 1 when a picture is missing or doubled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=200)
    pictures: int = parser.parse_args().pictures
    with servers.redis_server() as redis:
        measured = {
            "embedded": asyncio.run(measure(None, pictures)),
            "celery": asyncio.run(measure(servers.redis_url(redis), pictures)),
        }
    print("| queue | pictures | done | artworks | begun | kills | s | ms a job |")
    print("|---|---|---|---|---|---|---|---|")
    for queue, figures in measured.items():
        print(f"| {queue} | {' | '.join(str(figure) for figure in figures)} |")
    return int(any(figures.done != pictures or figures.artworks != pictures for figures in measured.values()))


if __name__ == "__main__":
    raise SystemExit(main())
