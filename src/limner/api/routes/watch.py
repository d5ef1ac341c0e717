"""For whoever runs the server: is it alive, can it work, what does it do."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from limner.api import metrics
from limner.api.problems import problem_responses
from limner.api.site import AtSite

router = APIRouter(tags=["watch"])


class Health(BaseModel):
    """A word."""

    status: str = "ok"


@router.get("/healthz", operation_id="getHealth")
async def healthz() -> Health:
    """The process answers."""
    return Health()


@router.get("/readyz", operation_id="getReadiness", responses=problem_responses(503))
async def readyz(site: AtSite) -> Health:
    """The database answers too."""
    await site.backend.store.ping()
    return Health()


@router.get("/metrics", operation_id="getMetrics", response_class=Response, include_in_schema=False)
async def prometheus(site: AtSite) -> Response:
    """What Prometheus reads."""
    return Response(await metrics.exposition(site.backend.store), media_type="text/plain; version=0.0.4")
