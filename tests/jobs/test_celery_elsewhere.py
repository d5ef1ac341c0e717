"""One process of Celery's waits for a slow cloud and draws what can be drawn here meanwhile."""

import asyncio
from pathlib import Path

import pytest

from limner.accounts.consents import Consent
from limner.generation.choose import consent_for, consent_version
from limner.generation.registry import maker
from limner.testing.fakes.fake import running
from limner.testing.fakes.webui import MODEL, WebuiFake
from limner.testing.killable import KillableLimner, killed_at_the_end, wait_for


async def test_a_slow_cloud_holds_up_nobody(tmp_path: Path, redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = WebuiFake()
    with running(fake) as address, killed_at_the_end(KillableLimner(tmp_path / "data", redis_url)) as limner:
        for name, value in {"BASE_URL": address, "USER": "limner", "PASSWORD": fake.key, "MODEL": MODEL}.items():
            monkeypatch.setenv(f"LIMNER_WEBUI_{name}", value)
        fake.behave("slow")
        await limner.prepare()
        async with limner.backend() as backend:
            yes = Consent(
                account_id=limner.account_id, what=consent_for("webui"), version=consent_version(maker("webui"))
            )
            await backend.store.insert(yes)
        limner.start()
        worker = limner.start_worker(concurrency=1)
        with limner.client() as client:

            def ordered(**order: object) -> str:
                body = {"photo_id": limner.photo_id, "style": "comic", "size_px": 256, **order}
                answer = client.post("/jobs", json=body)
                answer.raise_for_status()
                return str(answer.json()["id"])

            def state(job_id: str) -> str:
                return str(client.get(f"/jobs/{job_id}").json()["state"])

            elsewhere = ordered(provider="webui", size_px=512)
            await asyncio.to_thread(wait_for, lambda: fake.generations == 1)
            here = ordered()
            await asyncio.to_thread(wait_for, lambda: state(here) == "done")
            assert state(elsewhere) == "running"
            client.post(f"/jobs/{elsewhere}/cancel")
            await asyncio.to_thread(wait_for, lambda: state(elsewhere) == "cancelled")
            assert fake.wait_for_cancel(2)
        worker.terminate()
        assert await asyncio.to_thread(worker.wait, 60) == 0
