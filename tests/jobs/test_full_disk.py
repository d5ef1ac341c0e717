"""The disk of database and pictures runs full while pictures are drawn."""

import asyncio
import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.servers import missing

from limner.testing.killable import KillableLimner, killed_at_the_end

PICTURES = 12


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        missing("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """A file that takes all room there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


async def test_a_full_disk_tears_nothing_and_ends_every_job(small_disk: Path) -> None:
    with killed_at_the_end(KillableLimner(small_disk / "data")) as limner:
        await limner.prepare()
        limner.start()
        limner.order(PICTURES)
        await limner.some_done()
        filler = fill(small_disk)
        await asyncio.sleep(3)
        with pytest.raises(httpx.HTTPStatusError, match=r"50\d"):
            limner.order(50)  # what can't be kept is not accepted
        limner.kill_all()
        filler.unlink()
        limner.start()
        jobs = await limner.all_ended()
        accepted = [job for job in jobs if job.batch_id == jobs[0].batch_id]
        assert len(accepted) == PICTURES
        assert all(job.state == "done" or job.failure for job in accepted)
        assert await limner.check_pictures() >= 1
