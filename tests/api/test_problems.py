"""Errors are problem documents wherever they arise; creating twice with one key makes one thing."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from tests.api.limner_server import STUDIO, Guest, LimnerServer

from limner.api.app import create_app
from limner.settings import Settings

Gallery = tuple[Guest, str, str]
PROTECTING = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def _assert_problem(answer: httpx.Response, status: int, code: str) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["code"], problem["type"]) == (status, code, f"urn:limner:problem:{code}")
    assert problem["detail"].endswith(".")
    assert problem["title"]
    _assert_protected(answer)


def _assert_protected(answer: httpx.Response) -> None:
    assert {name: answer.headers.get(name) for name in PROTECTING} == PROTECTING
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert len(answer.headers["X-Request-Id"]) == 32


def test_every_kind_of_refusal_is_a_problem_document(server: LimnerServer, guest: Guest) -> None:
    client = guest.client
    client.headers["Content-Type"] = "application/json"
    _assert_problem(client.get("/nothing"), 404, "request.not_found")
    _assert_problem(client.get("/photos/0123456789"), 404, "request.not_found")
    _assert_problem(client.put("/jobs"), 405, "request.method_not_allowed")
    _assert_problem(client.get("/photos", params={"limit": 0}), 422, "request.invalid")
    _assert_problem(client.post("/jobs", content=b"{"), 422, "request.invalid")
    _assert_problem(client.post("/jobs", content=b'{"photo_id": "\xff"}'), 400, "request.bad_request")
    _assert_problem(client.post("/jobs", json={}), 422, "request.invalid")
    _assert_problem(client.post("/jobs", json={"photo_id": "x", "style": "oil"}), 422, "usage.unknown_name")
    _assert_problem(client.post("/albums", content=b" " * 2**21), 413, "request.too_large")
    _assert_problem(client.post("/albums", content=iter([b" " * 2**19] * 4)), 413, "request.too_large")
    _assert_problem(
        client.post("/photos", files={"file": b"<svg/>"}, headers={"Content-Type": "multipart/form-data; boundary=b"}),
        415,
        "photo.not_a_picture",
    )
    _assert_problem(httpx.get(f"{server.origin}/api/v1/me"), 401, "request.not_signed_in")
    for path in ("/healthz", "/api/v1/openapi.json"):
        _assert_protected(httpx.get(server.origin + path))


def test_wrong_fields_are_named(guest: Guest) -> None:
    answer = guest.client.post("/characters", json={"faces": [{"photo_id": 5}], "name": "x" * 90})
    assert {one["field"] for one in answer.json()["fields"]} == {"faces.0.photo_id", "name"}


async def test_a_fault_is_a_problem_document_too(tmp_path: Path) -> None:
    app = create_app(Settings(data_dir=tmp_path, workers=0))

    @app.get("/api/v1/fault")
    async def fault() -> None:  # pyright: ignore[reportUnusedFunction] - the app calls it
        raise ZeroDivisionError("secret")

    app.router.routes.insert(0, app.router.routes.pop())  # before the studio, which answers every other address

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        answer = await client.get("/api/v1/fault")
    _assert_problem(answer, 500, "error")
    assert "secret" not in answer.text


def test_the_eleventh_picture_in_a_minute_waits(guest: Guest, portrait: bytes) -> None:
    photo_id = guest.upload(portrait).json()["id"]
    answers = [guest.client.post("/jobs", json={"photo_id": photo_id, "size_px": 256}) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [202] * 10 + [429]
    _assert_problem(answers[-1], 429, "request.too_many")
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].json()["retry_after_s"] == int(answers[-1].headers["Retry-After"])
    for answer in answers[:10]:
        guest.client.post(f"/jobs/{answer.json()['id']}/cancel")


def test_the_same_key_makes_one_job(guest: Guest, portrait: bytes) -> None:
    photo_id = guest.upload(portrait).json()["id"]
    body, key = {"photo_id": photo_id, "size_px": 256}, {"Idempotency-Key": "first picture"}
    with ThreadPoolExecutor(6) as pool:
        sent = [pool.submit(guest.client.post, "/jobs", json=body, headers=key) for _ in range(6)]
    answers = [one.result() for one in sent]
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(guest.client.get("/jobs").json()["items"]) == 1
    _assert_problem(guest.client.post("/jobs", json={**body, "seed": 2}, headers=key), 409, "request.conflict")
    _assert_problem(guest.client.post("/jobs", json=body, headers={"Idempotency-Key": ""}), 422, "request.invalid")


@pytest.mark.parametrize("path", ["/characters", "/batches"])
def test_the_same_key_makes_one_character_and_one_batch(guest: Guest, portrait: bytes, path: str) -> None:
    photo_id = guest.upload(portrait).json()["id"]
    face, order = {"photo_id": photo_id}, {"photo_id": photo_id, "size_px": 256}
    body = (
        {"faces": [face]} if path == "/characters" else {"orders": [order], "styles": ["comic"], "templates": ["moon"]}
    )
    made = {guest.client.post(path, json=body, headers={"Idempotency-Key": "k"}).json()["id"] for _ in range(2)}
    assert len(made) == 1
    assert len(guest.client.get(path).json()["items"]) == 1


def test_only_pages_of_the_list_may_call_from_elsewhere(server: LimnerServer) -> None:
    url, asked = f"{server.origin}/api/v1/photos", {"Access-Control-Request-Method": "POST"}
    asked["Access-Control-Request-Headers"] = "authorization,idempotency-key"
    welcome = httpx.options(url, headers={"Origin": STUDIO, **asked})
    assert (welcome.status_code, welcome.headers["Access-Control-Allow-Origin"]) == (200, STUDIO)
    assert "Access-Control-Allow-Credentials" not in welcome.headers
    refused = httpx.options(url, headers={"Origin": "https://elsewhere.example", **asked})
    assert "Access-Control-Allow-Origin" not in refused.headers
    for origin, allowed in ((STUDIO, STUDIO), ("https://elsewhere.example", None)):
        answer = httpx.get(url, headers={"Origin": origin})
        assert answer.headers.get("Access-Control-Allow-Origin") == allowed
        _assert_protected(answer)
