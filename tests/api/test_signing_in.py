"""Accounts over HTTP: what a client sends and what it may and may not learn."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from pydantic import SecretStr
from tests.accounts.identity_provider import CLIENT_ID, CLIENT_SECRET, running_provider
from tests.servers import free_port

from limner.api.app import create_app
from limner.settings import Settings

JANE = {"email": "jane@example.org", "password": "correct horse battery"}
NEW = "seven green umbrellas"


@contextlib.asynccontextmanager
async def serving(folder: Path, **settings: Any) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of a whole server with its data in the folder and no workers."""
    app = create_app(Settings.model_validate({"data_dir": folder, "workers": 0, **settings}))
    transport = httpx.ASGITransport(app, client=("203.0.113.77", 1))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1/api/v1") as client,
    ):
        yield client


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with serving(tmp_path) as opened:
        yield opened


async def sign_in(client: httpx.AsyncClient, who: dict[str, str] = JANE) -> dict[str, Any]:
    answer = await client.post("/auth/token", json=who)
    assert answer.status_code == 200, answer.text
    return answer.json()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def join(client: httpx.AsyncClient, name: str = "jane") -> dict[str, str]:
    """Register and sign in; gives the headers."""
    who = {"email": f"{name}@example.org", "password": JANE["password"]}
    assert (await client.post("/auth/register", json=who)).status_code == 201
    return bearer((await sign_in(client, who))["access_token"])


def printed_token(capsys: pytest.CaptureFixture[str], page: str) -> str:
    return capsys.readouterr().err.split(f"/{page}#token=")[-1].split()[0]


async def test_register_sign_in_refresh_sign_out(client: httpx.AsyncClient) -> None:
    assert (await client.get("/auth/options")).json() == {"first": True, "registration": "open", "oidc": False}
    registered = await client.post("/auth/register", json=JANE)
    assert registered.status_code == 201
    assert registered.json()["role"] == "admin"
    assert not (await client.get("/auth/options")).json()["first"]
    tokens = await sign_in(client)
    assert (tokens["token_type"], tokens["expires_in_s"]) == ("bearer", 900)
    me = await client.get("/me", headers=bearer(tokens["access_token"]))
    assert me.json() | {"created_at": ""} == {
        "id": registered.json()["id"],
        "email": "jane@example.org",
        "email_verified": False,
        "role": "admin",
        "has_password": True,
        "created_at": "",
        "jobs_today": 0,
        "jobs_per_day": 1000,
        "stored_bytes": 0,
        "stored_bytes_allowed": 10 * 1024**3,
        "month_microusd": 0,
        "month_microusd_allowed": 5_000_000,
        "photo_days": None,
    }
    assert "no-store" in me.headers["Cache-Control"]
    again = (await client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})).json()
    assert (await client.post("/auth/sign-out", headers=bearer(again["access_token"]))).status_code == 204
    refused = await client.get("/me", headers=bearer(again["access_token"]))
    assert (refused.status_code, refused.json()["code"]) == (401, "request.not_signed_in")
    assert refused.headers["WWW-Authenticate"] == "Bearer"


async def test_a_refresh_token_shown_twice_signs_the_device_out(client: httpx.AsyncClient) -> None:
    await join(client)
    first = await sign_in(client)
    second = (await client.post("/auth/refresh", json={"refresh_token": first["refresh_token"]})).json()
    for stale in (first, second):
        answer = await client.post("/auth/refresh", json={"refresh_token": stale["refresh_token"]})
        assert answer.status_code == 401
    assert (await client.get("/me", headers=bearer(second["access_token"]))).status_code == 401


async def test_wrong_passwords_and_unknown_addresses_read_alike_and_are_limited(client: httpx.AsyncClient) -> None:
    await client.post("/auth/register", json=JANE)
    wrong = await client.post("/auth/token", json=JANE | {"password": "wrong"})
    unknown = await client.post("/auth/token", json=JANE | {"email": "nobody@example.org"})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    for _ in range(9):
        await client.post("/auth/token", json=JANE | {"password": "wrong"})
    limited = await client.post("/auth/token", json=JANE)
    assert limited.status_code == 429
    assert 1 <= int(limited.headers["Retry-After"]) <= 301
    assert "wrong" not in limited.text


async def test_secrets_stay_out_of_the_log(client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]) -> None:
    me = await join(client)
    tokens = await sign_in(client)
    again = (await client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})).json()
    made = await client.post("/me/api-keys", json={"name": "printer", "scopes": ["read"]}, headers=me)
    await client.get("/me", headers=bearer(made.json()["text"]))
    await client.post("/auth/token", json=JANE | {"password": "a wrong one"})
    await client.post("/auth/verify-email", json={"token": "a made-up token"})
    log = capsys.readouterr().out
    assert log.count("/auth/token") == 3
    secrets = (JANE["password"], "a wrong one", "a made-up token", *tokens.values(), *again.values())
    for secret in (*(one for one in secrets if len(str(one)) > 8), made.json()["text"], JANE["email"], "203.0.113.77"):
        assert str(secret) not in log


async def test_no_cookie_gives_authority(client: httpx.AsyncClient) -> None:
    """So no other page can act for somebody who is signed in."""
    await client.post("/auth/register", json=JANE)
    answer = await client.post("/auth/token", json=JANE)
    assert "Set-Cookie" not in answer.headers
    held = {"Cookie": f"access_token={answer.json()['access_token']}; session={answer.json()['refresh_token']}"}
    assert (await client.get("/me", headers=held)).status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"email": "jane@example.org"},
        JANE | {"password": "x" * 201},
        JANE | {"password": "short"},
        JANE | {"email": "no address"},
        JANE | {"email": ["jane@example.org"]},
    ],
)
async def test_a_bad_form_is_explained_without_repeating_the_password(
    client: httpx.AsyncClient, body: dict[str, Any]
) -> None:
    answer = await client.post("/auth/register", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")
    assert str(body.get("password", "?")) not in answer.text


async def test_a_forgotten_password_is_replaced_by_mail(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await join(client)
    answers = [
        await client.post("/auth/forgot-password", json={"email": email})
        for email in (JANE["email"], "nobody@example.org")
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(202, "null")}
    reset = {"token": printed_token(capsys, "reset-password"), "password": NEW}
    assert (await client.post("/auth/reset-password", json=reset)).status_code == 204
    assert "Mail to jane@example.org: Your password was changed" in capsys.readouterr().err
    assert (await client.post("/auth/reset-password", json=reset)).status_code == 422
    assert (await client.get("/me", headers=before)).status_code == 401
    assert (await client.post("/auth/token", json=JANE)).status_code == 401
    await sign_in(client, JANE | {"password": NEW})


async def test_the_answer_does_not_wait_for_the_mail(tmp_path: Path) -> None:
    """Mailing takes time, which would tell known addresses from unknown ones."""
    connected = asyncio.Event()
    hang_up = asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        del reader
        connected.set()
        await hang_up.wait()
        writer.close()

    mail_port, port = free_port(), free_port()
    silent = await asyncio.start_server(say_nothing, "127.0.0.1", mail_port)
    app = create_app(Settings(data_dir=tmp_path, workers=0, smtp_url=SecretStr(f"smtp://127.0.0.1:{mail_port}")))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None))
    serving_it = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.02)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}/api/v1", timeout=5) as client:
        assert (await client.post("/auth/register", json=JANE)).status_code == 201
        assert (await client.post("/auth/forgot-password", json={"email": JANE["email"]})).status_code == 202
    await asyncio.wait_for(connected.wait(), 5)
    hang_up.set()
    server.should_exit = True
    await serving_it
    silent.close()


async def test_an_address_is_confirmed(client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]) -> None:
    me = await join(client)
    first = printed_token(capsys, "verify-email")
    assert (await client.post("/auth/verify-email/send", headers=me)).status_code == 202
    token = printed_token(capsys, "verify-email")
    for shown, status in ((first, 422), (token, 204), (token, 422)):
        assert (await client.post("/auth/verify-email", json={"token": shown})).status_code == status
    assert (await client.get("/me", headers=me)).json()["email_verified"]


async def test_devices_are_listed_and_signed_out(client: httpx.AsyncClient) -> None:
    me = await join(client)
    phone = bearer((await sign_in(client))["access_token"])
    devices = (await client.get("/me/sessions", headers=me)).json()
    assert [one["is_this"] for one in devices] == [False, True]
    assert devices[0]["address"] == "203.0.113.0/24"
    assert (await client.delete(f"/me/sessions/{devices[0]['id']}", headers=me)).status_code == 204
    assert (await client.get("/me", headers=phone)).status_code == 401
    await sign_in(client)
    ended = await client.delete("/me/sessions", params={"keep_this": True}, headers=me)
    assert ended.json() == {"ended": 1}
    changed = {"old": JANE["password"], "new": NEW}
    assert (await client.post("/me/password", json=changed, headers=me)).status_code == 204
    assert (await client.post("/me/password", json=changed, headers=me)).status_code == 422
    await client.delete("/me/sessions", headers=me)
    assert (await client.get("/me", headers=me)).status_code == 401


async def test_a_key_opens_what_its_scopes_say(client: httpx.AsyncClient) -> None:
    me = await join(client)
    made = await client.post("/me/api-keys", json={"name": "printer", "scopes": ["read"]}, headers=me)
    assert made.status_code == 201
    key = bearer(made.json()["text"])
    assert (await client.get("/photos", headers=key)).status_code == 200
    assert (await client.get("/me", headers=key)).status_code == 200
    for method, path in (
        ("POST", "/albums"),
        ("GET", "/me/api-keys"),
        ("GET", "/me/sessions"),
        ("GET", "/admin/accounts"),
    ):
        refused = await client.request(method, path, headers=key, json={"title": "x"} if method == "POST" else None)
        assert (refused.status_code, path) == (403, path)
    listed = await client.get("/me/api-keys", headers=me)
    assert made.json()["text"] not in listed.text
    rotated = await client.post(f"/me/api-keys/{made.json()['id']}/rotate", headers=me)
    for text in (made.json()["text"], rotated.json()["text"]):
        assert (await client.get("/me", headers=bearer(text))).status_code == 200
    assert (await client.delete(f"/me/api-keys/{made.json()['id']}", headers=me)).status_code == 204
    assert (await client.get("/me", headers=key)).status_code == 401


async def test_consents_are_given_and_taken_back(client: httpx.AsyncClient) -> None:
    me = await join(client)
    yes = {"what": "provider:gemini", "version": "2026-01"}
    assert (await client.post("/me/consents", json=yes, headers=me)).status_code == 201
    assert (await client.delete("/me/consents/provider:gemini", headers=me)).status_code == 204
    [kept] = (await client.get("/me/consents", headers=me)).json()["items"]
    assert kept["withdrawn_at"]


async def test_others_things_are_not_there(client: httpx.AsyncClient) -> None:
    jane, john = await join(client), await join(client, "john")
    session = (await client.get("/me/sessions", headers=jane)).json()[0]["id"]
    made = await client.post("/me/api-keys", json={"name": "k", "scopes": ["read"]}, headers=jane)
    await client.post("/me/consents", json={"what": "provider:gemini", "version": "1"}, headers=jane)
    key = made.json()["id"]
    for method, path in (
        ("DELETE", f"/me/sessions/{session}"),
        ("POST", f"/me/api-keys/{key}/rotate"),
        ("DELETE", f"/me/api-keys/{key}"),
        ("DELETE", "/me/consents/provider:gemini"),
    ):
        assert (await client.request(method, path, headers=john)).status_code == 404
    assert (await client.get("/me/consents", headers=john)).json()["items"] == []


async def test_erasing_needs_the_password_and_leaves_nothing(client: httpx.AsyncClient, tmp_path: Path) -> None:
    await join(client, "admin")
    me = await join(client)
    for body in ({}, {"password": "wrong"}):
        assert (await client.post("/me/erase", json=body, headers=me)).status_code == 422
    receipt = await client.post("/me/erase", json={"password": JANE["password"]}, headers=me)
    assert receipt.status_code == 200
    assert receipt.json()["counts"]["accounts"] == 1
    assert (await client.get("/me", headers=me)).status_code == 401
    assert (await client.post("/auth/token", json=JANE)).status_code == 401
    assert receipt.json()["id"] in (tmp_path / "erased.txt").read_text()


async def test_signing_in_with_a_provider_needs_the_browser_that_began(tmp_path: Path) -> None:
    with running_provider() as provider:
        oidc = {"oidc_issuer": provider.issuer, "oidc_client_id": CLIENT_ID}
        secret = {"oidc_client_secret": SecretStr(CLIENT_SECRET), "public_url": "https://limner.example.org"}
        async with serving(tmp_path, **oidc, **secret) as client:
            begun = await client.post("/auth/oidc/begin", json={})
            cookie = begun.headers["Set-Cookie"]
            assert all(word in cookie for word in ("HttpOnly", "Secure", "SameSite=lax", "Path=/api/v1/auth/oidc"))
            state, code = provider.approve(begun.json()["url"])
            shown = {"state": state, "code": code}
            assert (await client.post("/auth/oidc/finish", json=shown)).status_code == 422
            held = {"Cookie": cookie.split(";")[0]}
            finished = await client.post("/auth/oidc/finish", json=shown, headers=held)
            assert finished.status_code == 200, finished.text
            me = await client.get("/me", headers=bearer(finished.json()["access_token"]))
            assert (me.json()["email"], me.json()["has_password"]) == ("jane@example.org", False)
            assert (await client.post("/auth/oidc/finish", json=shown, headers=held)).status_code == 422


async def test_without_a_provider_there_is_nothing_to_begin(client: httpx.AsyncClient) -> None:
    assert (await client.post("/auth/oidc/begin", json={})).status_code == 404
