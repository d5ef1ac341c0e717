"""What the server writes while it works holds no secret, no address and no picture."""

import base64
import json

import httpx
from tests.api.limner_server import Guest, LimnerServer


def test_a_whole_visit_leaves_no_secret_in_the_log(server: LimnerServer, guest: Guest, portrait: bytes) -> None:
    client, password = guest.client, "correct horse battery"
    person = {"email": "jane.in.the.log@example.org", "password": password}
    plain = httpx.Client(base_url=f"{server.origin}/api/v1")
    with plain:
        plain.post("/auth/register", json=person)
        tokens = plain.post("/auth/token", json=person).json()
        plain.post("/auth/token", json={**person, "password": "another secret"})
        refreshed = plain.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]}).json()
    key = client.post("/me/api-keys", json={"name": "script", "scopes": ["read"]}).json()["text"]
    httpx.get(f"{server.origin}/api/v1/me", headers={"Authorization": f"Bearer {key}"})
    photo = guest.upload(portrait, "our-little-ann.jpg").json()
    job = guest.draw(photo_id=photo["id"])
    client.post("/characters", json={"faces": [{"photo_id": photo["id"]}], "name": "Little Ann"})
    link = client.get(f"/artworks/{job['artwork_id']}").json()["thumb_url"]
    assert httpx.get(server.origin + link).status_code == 200
    guest.upload(portrait[:5000])
    client.post("/jobs", json={"photo_id": "Little Ann", "style": "Little Ann"})

    # The mails of a server without a post office are printed for its operator on purpose: lines of text, not of log.
    log = "\n".join(line for line in server.log.read_text(errors="replace").splitlines() if line.startswith("{"))
    lines = [json.loads(line) for line in log.splitlines()]
    assert any(line.get("account_id") == guest.account_id and line.get("request_id") for line in lines)
    ended = [line for line in lines if line.get("job_id") == job["id"]]
    assert ended[-1]["event"] == "job done in attempt 1"
    assert ended[-1]["account_id"] == guest.account_id
    assert any(line.get("route") == "/api/v1/photos/{photo_id}" or "photos" in line.get("route", "") for line in lines)
    signature = httpx.URL(link).params["signature"]
    for secret in (
        *(password, "another secret", person["email"], guest.token, key, signature, "our-little-ann", "Little Ann"),
        *(tokens["access_token"], tokens["refresh_token"], refreshed["access_token"], refreshed["refresh_token"]),
        *(portrait[100:130].hex(), base64.b64encode(portrait[:30]).decode(), repr(portrait[:20])[2:-1]),
    ):
        assert secret not in log, secret
