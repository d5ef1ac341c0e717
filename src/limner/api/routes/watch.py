"""For whoever runs the server: is it alive, can it work, what does it do."""

import ipaddress
import secrets

from fastapi import APIRouter, Response
from pydantic import BaseModel

from limner.accounts.sessions import not_signed_in
from limner.api import metrics
from limner.api.problems import problem_responses
from limner.api.site import AtSite
from limner.api.visitor import Credentials, FromCaller
from limner.errors import NotFound

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
async def prometheus(site: AtSite, caller: FromCaller, credentials: Credentials) -> Response:
    """What Prometheus reads: from this machine, or with the token of the settings."""
    token = site.backend.settings.metrics_token
    shown = credentials.credentials if credentials else ""
    if token and not secrets.compare_digest(shown.encode(), token.get_secret_value().encode()):
        raise not_signed_in()
    if token is None and not _is_loopback(caller.address):
        raise NotFound("page")
    return Response(await metrics.exposition(site.backend.store), media_type="text/plain; version=0.0.4")


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
