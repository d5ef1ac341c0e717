"""Everything scaled at once: two servers and two Celery workers on PostgreSQL, S3 and Redis."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.api.limner_server import API, Guest, LimnerServer, serving, wait_for
from tests.storage.object_servers import nanio

from limner import model_files


@pytest.fixture
def house(tmp_path: Path, postgres_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The surroundings every process of this house finds."""
    (tmp_path / "objects").mkdir()
    with nanio(tmp_path / "objects") as (blobs_url, access):
        surroundings = {
            "LIMNER_DATABASE_URL": postgres_url,
            "LIMNER_QUEUE_URL": redis_url,
            "LIMNER_LIMITS_URL": redis_url,
            "LIMNER_KEYS_FILE": str(tmp_path / "keys.json"),
            "LIMNER_BLOBS_URL": blobs_url,
            "LIMNER_BLOBS_ENDPOINT": access.endpoint or "",
            "LIMNER_BLOBS_ACCESS_KEY": access.access_key or "",
            "LIMNER_BLOBS_SECRET_KEY": access.secret_key.get_secret_value() if access.secret_key else "",
        }
        for name, value in surroundings.items():
            monkeypatch.setenv(name, value)
        yield


@pytest.fixture
def workers(house: None, tmp_path: Path) -> Iterator[None]:
    """A Celery worker with two processes."""
    del house
    data_dir = tmp_path / "worker"
    data_dir.mkdir()
    (data_dir / "models").symlink_to(model_files.path("sample-astronaut.png").parent)
    command = [sys.executable, "-m", "limner", "worker", "--concurrency", "2"]
    process = subprocess.Popen(command, env={**os.environ, "LIMNER_DATA_DIR": str(data_dir)})
    yield
    process.send_signal(signal.SIGTERM)
    process.wait(30)


def _twin(guest: Guest, second: LimnerServer) -> httpx.Client:
    """The same account at the other server."""
    headers = {"Authorization": f"Bearer {guest.token}"}
    return httpx.Client(base_url=second.origin + API, headers=headers, timeout=60)


@pytest.mark.usefixtures("workers")
def test_what_one_server_accepts_every_other_knows(tmp_path: Path, portrait: bytes) -> None:
    with serving(tmp_path / "a") as first, serving(tmp_path / "b") as second, first.guest() as guest:
        photo_id = guest.upload(portrait).json()["id"]
        with _twin(guest, second) as twin, twin.stream("GET", "/events", params={"after": 0}) as events:
            orders = [{"photo_id": photo_id, "size_px": 256, "seed": seed} for seed in range(3)]
            batch = guest.client.post("/batches", json={"orders": orders, "styles": ["comic"], "templates": ["moon"]})
            assert batch.status_code == 202, batch.text
            ended: set[str] = set()
            for line in events.iter_lines():
                if line.startswith("data:") and json.loads(line[5:]).get("state") == "done":
                    ended.add(json.loads(line[5:])["job_id"])
                if len(ended) == 3:
                    break
        with _twin(guest, second) as twin:
            artworks = twin.get("/artworks").json()["items"]
            assert {artwork["id"] for artwork in artworks} == ended
            assert httpx.get(second.origin + artworks[0]["thumb_url"]).status_code == 200
            refused = [
                (guest.client, twin)[turn % 2].post("/jobs", json={"photo_id": photo_id, "size_px": 256}).status_code
                for turn in range(12)
            ]
        assert refused.count(202) == 9, "ten a minute, whichever server is asked; the batch counted once"
        wait_for(lambda: guest.client.get("/jobs", params={"state": "queued"}).json()["items"] == [])
