"""What Prometheus may read at /metrics: counts and times, never a name or a picture."""

from typing import Final

from prometheus_client import CollectorRegistry, Gauge, Histogram
from prometheus_client.exposition import generate_latest

from limner.jobs.job import Job
from limner.storage.record import now
from limner.storage.store import Store

REGISTRY: Final = CollectorRegistry()
REQUESTS: Final = Histogram(
    "limner_request_seconds",
    "Time of requests",
    ["method", "route", "status"],
    registry=REGISTRY,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
JOBS: Final = Gauge("limner_jobs", "Jobs by state", ["state"], registry=REGISTRY)
QUEUE_AGE: Final = Gauge("limner_queue_age_seconds", "How long the oldest queued job has waited", registry=REGISTRY)
DRAW_TIME: Final = Gauge("limner_draw_seconds", "Median time of the last drawings", registry=REGISTRY)
FAILURES: Final = Gauge("limner_job_failures", "Failed jobs of the last 1000 by code", ["code"], registry=REGISTRY)


async def exposition(store: Store) -> bytes:
    """The text Prometheus reads, with the queue looked at now."""
    for state in ("queued", "running", "done", "failed", "cancelled"):
        JOBS.labels(state).set(await store.count(Job, {"state": state}))
    oldest = await store.find(Job, {"state": "queued"}, order=("id",), limit=1)
    QUEUE_AGE.set((now() - oldest[0].created_at).total_seconds() if oldest else 0)
    done = sorted(job.draw_ms for job in await store.find(Job, {"state": "done"}, limit=101) if job.draw_ms)
    DRAW_TIME.set(done[len(done) // 2] / 1000 if done else 0)
    FAILURES.clear()
    for job in await store.find(Job, {"state": "failed"}, limit=1000):
        FAILURES.labels(job.failure.code if job.failure else "unknown").inc()
    return generate_latest(REGISTRY)
