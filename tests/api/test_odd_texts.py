"""Letters that a database or an encoding can't take are refused, never a fault of the server."""

import json
from pathlib import Path

import pytest
from tests.api.test_signing_in import JANE, join, serving
from tests.servers import postgres_server as postgres_server  # noqa: PLC0414 - a fixture
from tests.servers import postgres_url as postgres_url  # noqa: PLC0414 - a fixture

NUL, HALF = "\x00", "\ud800"
ID, SECRET = "0" * 26, "x" * 43


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    name: str = request.param
    return f"sqlite:///{tmp_path / 'limner.db'}" if name == "sqlite" else request.getfixturevalue("postgres_url")


async def test_odd_texts_are_the_senders_fault(tmp_path: Path, database_url: str) -> None:
    async with serving(tmp_path, database_url=database_url, limit_sign_in_address="1000/minute") as client:
        me = await join(client)
        for odd in (NUL, HALF, f"{ID}.{SECRET}{NUL}", f"{NUL}.{SECRET}", f"{ID}.{HALF}"):
            for path, body in (
                ("/auth/token", {"email": f"{odd}@example.org", "password": odd}),
                ("/auth/token", JANE | {"password": odd}),
                (
                    "/auth/register",
                    {"email": "john@example.org", "password": odd * 5 + "aaaaaaaaaa", "invitation": odd},
                ),
                ("/auth/refresh", {"refresh_token": odd}),
                ("/auth/verify-email", {"token": odd}),
                ("/auth/reset-password", {"token": odd, "password": "seven green umbrellas"}),
                ("/auth/forgot-password", {"email": f"{odd}@example.org"}),
                ("/auth/oidc/finish", {"state": odd, "code": odd}),
                ("/me/api-keys", {"name": odd, "scopes": ["read"]}),
                ("/me/consents", {"what": "provider:gemini", "version": odd}),
            ):
                headers = me | {"Content-Type": "application/json"}
                answer = await client.post(path, content=json.dumps(body), headers=headers)
                assert answer.status_code < 500, (path, body, answer.text)
        for key in ("lim_", f"lim_{ID}_{SECRET}", f"lim_é_{SECRET}", "é.é.é", "a.b.c"):
            answer = await client.get("/me", headers={b"Authorization": f"Bearer {key}".encode()})
            assert answer.status_code == 401, key
