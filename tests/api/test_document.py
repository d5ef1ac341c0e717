"""The OpenAPI document holds: what it allows is answered as it says, never with a fault of the server.

LIMNER_API_EXAMPLES sets how many requests of each kind are tried with each route, 4 by default.
"""

# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false
# Schemathesis leaves its generic classes open.

import os
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.api.limner_server import Guest, serving

from limner.api.app import create_app
from limner.settings import Settings

EXAMPLES: Final = int(os.environ.get("LIMNER_API_EXAMPLES", "4"))
_LEFT_OUT: Final = {
    "streamEvents": "it answers for a quarter of an hour",
    "eraseMe": "the account is needed",
    "signOut": "the session is needed",
    "endAllSessions": "the session is needed",
}
_CHECKS: Final[list[Any]] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
_whole: Final = schemathesis.openapi.from_dict(create_app(Settings()).openapi())
document: Final[Any] = _whole.exclude(operation_id=list(_LEFT_OUT))


class Visit(NamedTuple):
    """An administrator of a server, and one thing of each kind by the name its id has in paths and bodies."""

    origin: str
    guest: Guest
    known: dict[str, str]
    turns: Iterator[bool]
    """Whether the next request is about what is there, or about whatever it says."""


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory, portrait: bytes) -> Iterator[Visit]:
    """On a server of its own, where nothing is limited."""
    unlimited = {"LIMNER_LIMIT_GENERATE": "100000/minute", "LIMNER_LIMIT_MAIL": "100000/minute"}
    folder: Path = tmp_path_factory.mktemp("document") / "data"
    with serving(folder, **unlimited) as server, server.guest("admin") as guest, server.guest() as member:
        client = guest.client
        photo_id = guest.upload(portrait).json()["id"]
        character_id = client.post("/characters", json={"faces": [{"photo_id": photo_id}]}).json()["id"]
        order = {"photo_id": photo_id, "size_px": 256}
        batch = client.post("/batches", json={"orders": [order], "styles": ["comic"], "templates": ["moon"]}).json()
        job_id = guest.draw(photo_id=photo_id)["id"]
        known = {
            "photo_id": photo_id,
            "character_id": character_id,
            "batch_id": batch["id"],
            "job_id": job_id,
            "artwork_id": job_id,
            "album_id": client.post("/albums", json={"title": "Ours"}).json()["id"],
            "key_id": client.post("/me/api-keys", json={"name": "script", "scopes": ["read"]}).json()["id"],
            "account_id": member.account_id,
            "name": "local",
        }
        yield Visit(server.origin, guest, known, cycle([True, False]))


@document.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    derandomize=True,
    database=None,
)
def test_every_route_answers_as_documented(case: Any, visit: Visit) -> None:
    if case.method != "DELETE" and next(visit.turns):
        case.path_parameters = _with(case.path_parameters, visit.known)
        case.body = _with(case.body, visit.known)
    headers = {"Authorization": f"Bearer {visit.guest.token}"}
    case.call_and_validate(base_url=visit.origin, headers=headers, checks=_CHECKS, timeout=60)


def _with(value: Any, known: dict[str, str]) -> Any:
    """The value, with ids of what is there."""
    if isinstance(value, dict):
        return {name: known[name] if one and name in known else _with(one, known) for name, one in value.items()}
    return [_with(one, known) for one in value] if isinstance(value, list) else value
