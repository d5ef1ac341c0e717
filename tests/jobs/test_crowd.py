"""Sixty jobs, two workers, one killed again and again. `python -m benchmarks.jobs` does the same with 200."""

from pathlib import Path

import pytest

from limner.testing.crowd import draw_crowd
from limner.testing.killable import KillableLimner, killed_at_the_end

PICTURES = 60


@pytest.mark.parametrize("queue", ["embedded", "celery"])
async def test_a_crowd_is_done_once_while_a_worker_is_killed_again_and_again(
    tmp_path: Path, queue: str, request: pytest.FixtureRequest
) -> None:
    url = str(request.getfixturevalue("redis_url")) if queue == "celery" else None
    with killed_at_the_end(KillableLimner(tmp_path / "data", url)) as limner:
        await limner.prepare()
        figures = await draw_crowd(limner, PICTURES)
    assert (figures.done, figures.artworks) == (PICTURES, PICTURES)
    assert figures.kills >= 2
    assert PICTURES < figures.attempts <= PICTURES + figures.kills
