"""The OpenAPI document holds: what it allows is answered as it says, never with a fault of the server.

LIMNER_API_EXAMPLES sets how many requests of each kind are tried with each route, 4 by default.
"""

# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false
# Schemathesis leaves its generic classes open.

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

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


@pytest.fixture(scope="module")
def administrator(tmp_path_factory: pytest.TempPathFactory, portrait: bytes) -> Iterator[tuple[str, Guest]]:
    """An administrator of a server of its own, where nothing is limited."""
    unlimited = {"LIMNER_LIMIT_GENERATE": "100000/minute", "LIMNER_LIMIT_MAIL": "100000/minute"}
    folder: Path = tmp_path_factory.mktemp("document") / "data"
    with serving(folder, **unlimited) as server, server.guest("admin") as guest:
        guest.draw(photo_id=guest.upload(portrait).json()["id"])
        yield server.origin, guest


@document.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    derandomize=True,
    database=None,
)
def test_every_route_answers_as_documented(case: Any, administrator: tuple[str, Guest]) -> None:
    origin, guest = administrator
    case.call_and_validate(
        base_url=origin, headers={"Authorization": f"Bearer {guest.token}"}, checks=_CHECKS, timeout=60
    )
