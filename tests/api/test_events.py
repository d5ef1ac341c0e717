"""Events by web socket and as server-sent events: signed in, in order, taken up again where one left off."""

import json
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

import pytest
from tests.api.limner_server import STUDIO, Guest, LimnerServer
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

Gallery = tuple[Guest, str, str]


def _url(server: LimnerServer, after: int | None = None) -> str:
    query = "" if after is None else f"?after={after}"
    return f"ws{server.origin.removeprefix('http')}/api/v1/events{query}"


def _events(socket: ClientConnection) -> Iterator[dict[str, Any]]:
    while True:
        yield json.loads(socket.recv(timeout=30))


def _until_done(events: Iterator[dict[str, Any]], job_id: str) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    for event in events:
        seen.append(event)
        if event["data"].get("job_id") == job_id and event["data"].get("state") == "done":
            break
    return seen


def test_a_job_is_told_in_order_to_whoever_signs_in_first(server: LimnerServer, guest: Guest, portrait: bytes) -> None:
    photo_id = guest.upload(portrait).json()["id"]
    with connect(_url(server, after=0)) as socket:
        socket.send(json.dumps({"token": guest.token}))
        job_id = guest.client.post("/jobs", json={"photo_id": photo_id, "size_px": 256}).json()["id"]
        seen = _until_done(_events(socket), job_id)
    assert [event["id"] for event in seen] == list(range(seen[0]["id"], seen[0]["id"] + len(seen)))
    shares = [event["data"]["progress"] for event in seen if "progress" in event["data"]]
    assert shares[0] < shares[-1] == 1
    assert all(before <= after for before, after in pairwise(shares))
    with connect(_url(server, after=seen[1]["id"]), additional_headers=_bearer(guest)) as socket:
        assert _until_done(_events(socket), job_id) == seen[2:]


def test_others_hear_nothing(server: LimnerServer, gallery: Gallery, other: Guest) -> None:
    del gallery
    with connect(_url(server, after=0), additional_headers=_bearer(other)) as socket, pytest.raises(TimeoutError):
        socket.recv(timeout=0.5)


@pytest.mark.parametrize(
    "first",
    ['{"token": "wrong"}', '{"token": 5}', "[]", "{", "[" * 20_000, "", b"\x00", '{"token": "\\ud800"}', "x" * 100_000],
    ids=range(9),
)
def test_whoever_does_not_sign_in_is_shown_out(server: LimnerServer, first: str | bytes) -> None:
    with connect(_url(server)) as socket:
        socket.send(first)
        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(timeout=5)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code in {1008, 1009}


def test_pages_from_elsewhere_are_refused(server: LimnerServer, guest: Guest) -> None:
    for origin in ("https://elsewhere.example", "null"):
        with (
            pytest.raises(InvalidStatus) as refused,
            connect(_url(server), origin=Origin(origin), additional_headers=_bearer(guest)),
        ):
            pass
        assert refused.value.response.status_code == 403
    for origin in (STUDIO, server.origin):
        with connect(_url(server), origin=Origin(origin), additional_headers=_bearer(guest)) as socket:
            socket.ping().wait(5)


def test_server_sent_events_go_on_after_the_last_id(gallery: Gallery) -> None:
    guest, _, artwork_id = gallery
    all_events = _sent(guest, {}, {"after": "0"}, 4)
    assert [event["id"] for event in all_events] == ["1", "2", "3", "4"]
    assert json.loads(all_events[0]["data"])["job_id"] == artwork_id
    assert _sent(guest, {"Last-Event-ID": "2"}, {}, 2) == all_events[2:]
    assert _sent(guest, {"Last-Event-ID": "2"}, {"after": "0"}, 2) == all_events[2:]


def _sent(guest: Guest, headers: dict[str, str], query: dict[str, str], count: int) -> list[dict[str, str]]:
    """The first server-sent events."""
    with guest.client.stream("GET", "/events", headers=headers, params=query) as answer:
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        return list(islice(_parsed(answer.iter_lines()), count))


def _parsed(lines: Iterator[str]) -> Iterator[dict[str, str]]:
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if name:
            fields[name] = value
        elif fields:
            if "id" in fields:
                yield fields
            fields = {}


def _bearer(guest: Guest) -> dict[str, str]:
    return {"Authorization": f"Bearer {guest.token}"}
