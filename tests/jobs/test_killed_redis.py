"""Celery's Redis is killed, and with it every message: the rows know what is to be done."""

import contextlib
import shutil
import subprocess
from collections.abc import Generator
from pathlib import Path

import redis
from tests.servers import MOST_WAIT_S, free_port, missing, running

from limner.testing.killable import KillableLimner, below, killed_at_the_end, wait_for, words

PICTURES = 12


@contextlib.contextmanager
def redis_on(port: int, folder: Path) -> Generator[subprocess.Popen[bytes]]:
    program = shutil.which("redis-server") or missing("Redis is not installed (Debian: apt-get install redis-server)")

    def answers() -> bool:
        with contextlib.suppress(redis.ConnectionError), redis.Redis("127.0.0.1", port) as client:
            return bool(client.ping())  # pyright: ignore[reportUnknownMemberType] - its stubs
        return False

    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with running(command, answers) as process:
        yield process


async def test_a_killed_redis_loses_no_job_and_a_killed_worker_leaves_no_process(tmp_path: Path) -> None:
    port = free_port()
    limner = KillableLimner(tmp_path / "data", f"redis://127.0.0.1:{port}/0")
    with killed_at_the_end(limner):
        await limner.prepare()
        with redis_on(port, tmp_path) as server:
            limner.start()
            limner.order(PICTURES // 2)
            worker = limner.start_worker()
            await limner.some_done()
            server.kill()
            server.wait(MOST_WAIT_S)
        limner.order(PICTURES // 2)  # accepted while nobody can be woken
        with redis_on(port, tmp_path):
            jobs = await limner.all_ended()
            assert worker.poll() is None
            assert [(job.state, job.failure) for job in jobs] == [("done", None)] * PICTURES
            assert await limner.check_pictures() == PICTURES
            left = below(worker.pid)
            worker.kill()
            wait_for(lambda: not any(words(pid) for pid in left), 20)
            limner.kill_all()
