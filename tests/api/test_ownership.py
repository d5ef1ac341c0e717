"""Every route of the OpenAPI document: closed without a token, and another account's things are not there."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import httpx
import pytest
from tests.api.limner_server import Guest, LimnerServer

from limner.api.app import create_app
from limner.settings import Settings


class Route(NamedTuple):
    """An operation of the document."""

    name: str
    method: str
    path: str
    operation: dict[str, Any]


def _routes() -> list[Route]:
    paths: dict[str, dict[str, Any]] = create_app(Settings()).openapi()["paths"]
    return [
        Route(operation["operationId"], method.upper(), path, operation)
        for path, operations in paths.items()
        for method, operation in operations.items()
    ]


ROUTES: Final = _routes()
OPEN: Final = {
    *("getSignInOptions", "register", "signIn", "refresh", "verifyEmail", "forgotPassword", "resetPassword"),
    *("beginOidc", "finishOidc", "getSignedPicture", "getHealth", "getReadiness"),
    *("getSample", "getSamplePhoto", "previewSample"),
}
"""What strangers may ask. A new route is closed, or is written down here on purpose."""
WITH_IDS: Final = [one for one in ROUTES if re.search(r"\{\w+_id\}", one.path) and one.name not in OPEN]
BODIES: Final[dict[str, dict[str, Any]]] = {
    "placeFace": {"x": 170, "y": 40, "width": 130, "height": 160},
    "changeCharacter": {"attributes": {"glasses.frame": "round"}, "name": "Ann"},
    "previewCharacter": {},
    "chooseCharacterVersion": {"version": 1},
    "changeArtwork": {"favourite": True},
    "renameAlbum": {"title": "Mine now"},
    "adminChangeAccount": {"disabled": True},
}
"""Bodies that would do, so that nothing but the id is in the way."""


class Owner(NamedTuple):
    """Somebody with one thing of each kind; `ids` by the name they have in paths."""

    guest: Guest
    ids: dict[str, str]


@pytest.fixture(scope="module")
def owner(server: LimnerServer, portrait: bytes) -> Iterator[Owner]:
    with server.guest() as guest:
        client = guest.client
        photo_id = guest.upload(portrait).json()["id"]
        character_id = client.post("/characters", json={"faces": [{"photo_id": photo_id}]}).json()["id"]
        order = {"photo_id": photo_id, "size_px": 256}
        batch = client.post("/batches", json={"orders": [order], "styles": ["comic"], "templates": ["moon"]}).json()
        job_id = client.get("/jobs", params={"batch_id": batch["id"]}).json()["items"][0]["id"]
        album_id = client.post("/albums", json={"title": "Ours"}).json()["id"]
        key_id = client.post("/me/api-keys", json={"name": "script", "scopes": ["read"]}).json()["id"]
        artwork_id = guest.ended(job_id)["artwork_id"]
        assert client.put(f"/albums/{album_id}/artworks/{artwork_id}").status_code == 204
        ids = {
            "photo_id": photo_id,
            "character_id": character_id,
            "batch_id": batch["id"],
            "job_id": job_id,
            "album_id": album_id,
            "artwork_id": artwork_id,
            "key_id": key_id,
            "session_id": client.get("/me/sessions").json()[0]["id"],
            "account_id": guest.account_id,
            "invitation_id": "01m82ewfcfkhxxe53d4hd83h5r",
        }
        yield Owner(guest, ids)


def _path(route: Route, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: ids.get(found[1], "local"), route.path)


def _json(name: str) -> dict[str, Any]:
    return {"json": BODIES[name]} if name in BODIES else {}


@pytest.mark.parametrize("route", [one for one in ROUTES if one.name not in OPEN], ids=lambda route: route.name)
def test_nothing_is_told_without_a_token(server: LimnerServer, owner: Owner, route: Route) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {owner.guest.token}"}):
        url = server.origin + _path(route, owner.ids)
        answer = httpx.request(route.method, url, headers=headers, **_json(route.name))
        assert answer.status_code == 401, (headers, answer.text)
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.json()["code"] == "request.not_signed_in"


@pytest.mark.parametrize("route", WITH_IDS, ids=lambda route: route.name)
def test_others_things_are_not_there(server: LimnerServer, owner: Owner, other: Guest, route: Route) -> None:
    url = server.origin + _path(route, owner.ids)
    answer = other.client.request(route.method, url, **_json(route.name))
    is_for_admins = route.path.startswith("/api/v1/admin/")
    assert answer.status_code == (403 if is_for_admins else 404), answer.text
    assert answer.json()["code"] == ("request.not_allowed" if is_for_admins else "request.not_found")


@pytest.mark.parametrize(
    "route", [one for one in ROUTES if one.path.startswith("/api/v1/admin/")], ids=lambda r: r.name
)
def test_members_do_not_administer(server: LimnerServer, owner: Owner, other: Guest, route: Route) -> None:
    answer = other.client.request(route.method, server.origin + _path(route, owner.ids), **_json(route.name))
    assert answer.status_code == 403, answer.text


def test_others_things_are_in_no_list(owner: Owner, other: Guest) -> None:
    lists = [
        one
        for one in ROUTES
        if one.method == "GET" and "{" not in one.path and "/admin/" not in one.path and one.name not in OPEN
    ]
    assert len(lists) > 10
    for route in lists:
        if route.name == "streamEvents":
            continue
        answer = other.client.get(route.path.removeprefix("/api/v1"))
        assert answer.status_code == 200, route.name
        for thing in owner.ids.values():
            assert thing not in answer.text, route.name


def test_ids_in_bodies_and_filters_open_nothing(owner: Owner, other: Guest) -> None:
    ids, client = owner.ids, other.client
    for path, body in (
        ("/jobs", {"photo_id": ids["photo_id"]}),
        ("/jobs", {"character_id": ids["character_id"]}),
        ("/characters", {"faces": [{"photo_id": ids["photo_id"]}]}),
        ("/batches", {"orders": [{"photo_id": ids["photo_id"]}], "styles": ["comic"], "templates": ["moon"]}),
    ):
        answer = client.post(path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "request.not_found"), path
    for path, name in (("/jobs", "batch_id"), ("/artworks", "character_id")):
        assert client.get(path, params={name: ids[name]}).json()["items"] == []
    mine = client.post("/albums", json={"title": "Mine"}).json()["id"]
    assert client.put(f"/albums/{mine}/artworks/{ids['artwork_id']}").status_code == 404
    assert client.put(f"/albums/{ids['album_id']}/artworks/{ids['artwork_id']}").status_code == 404


def test_after_all_this_the_owner_has_everything(owner: Owner, server: LimnerServer) -> None:
    for route in WITH_IDS:
        # What this computer draws has no other file that it came as.
        if route.method == "GET" and "/admin/" not in route.path and route.name != "getArtworkOriginal":
            assert owner.guest.client.get(server.origin + _path(route, owner.ids)).status_code == 200, route.name
    assert owner.guest.client.get("/albums").json()["items"][0]["title"] == "Ours"


def test_every_operation_is_named_once() -> None:
    names = [one.name for one in ROUTES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z][a-zA-Z]+", name) for name in names), names
    assert set(names) >= OPEN
