"""Hostile requests: always a clear refusal, bounded memory, and a server that goes on."""

import contextlib
import io
import json
import socket
import struct
import zlib
from collections.abc import Iterator
from typing import Final

import httpx
import pytest
from PIL import Image
from tests.api.limner_server import Guest, LimnerServer, as_file

_MOST_GROWTH_BYTES: Final = 700 * 1024 * 1024
"""Of the server and all its processes: the largest photo it accepts, 100 megapixels, has 300 MB of pixels."""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width_px: int, height_px: int, data: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(data, 9)) + _chunk(b"IEND", b"")
    )


def _pictures() -> dict[str, bytes]:
    picture = Image.effect_noise((400, 300), 60).convert("RGB")
    return {kind: as_file(picture, kind) for kind in ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF")}


def _uploads() -> Iterator[tuple[str, bytes]]:
    yield "bomb of pixels", _png(50_000, 50_000, b"\0" * 4096)
    yield "bomb of the largest sides", _png(2**31 - 1, 2**31 - 1, b"")
    yield "strip without data", _png(50_000, 40, b"")
    yield "no sides", _png(0, 0, b"")
    yield "bomb of text", b"\x89PNG\r\n\x1a\n" + _chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 100_000_000, 9))
    yield "svg with a script", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield "page", b"<!doctype html><script>alert(1)</script>"
    yield "gif and script", b"GIF89a/*" + b"\0" * 64 + b"*/=1;alert(1)"
    yield "jpeg and zip", b"\xff\xd8\xff\xe0PK\x03\x04" + b"\0" * 500
    yield "pdf", b"%PDF-1.7\n" + b"\0" * 500
    yield "text", b"Dear grandmother"
    yield "nothing but zeros", b"\0" * 4096
    for kind, data in _pictures().items():
        for share in (0.02, 0.3, 0.6):
            yield f"{kind} cut at {share}", data[: int(len(data) * share)]


def test_hostile_files_are_refused_in_bounded_memory(server: LimnerServer, guest: Guest, portrait: bytes) -> None:
    guest.upload(portrait)  # the models are loaded now
    before = most = server.memory_bytes()
    for name, data in _uploads():
        answer = guest.upload(data, name)
        most = max(most, server.memory_bytes())
        assert answer.status_code in {413, 415, 422}, (name, answer.status_code, answer.text)
        assert answer.json()["code"].startswith("photo."), name
        assert answer.json()["advice"], name
    assert most - before < _MOST_GROWTH_BYTES
    assert server.memory_bytes() - before < _MOST_GROWTH_BYTES / 2
    assert guest.client.get("/photos").json()["items"][0]["width_px"] == 512
    assert guest.upload(portrait + b"\0").status_code == 201


def test_what_is_packed_behind_a_picture_is_not_unpacked(server: LimnerServer, guest: Guest, portrait: bytes) -> None:
    guest.upload(portrait)
    before = server.memory_bytes()
    assert guest.upload(_png(600, 600, b"\0" * 400_000_000)).status_code in {201, 422}
    assert server.memory_bytes() - before < 200 * 1024 * 1024


def test_a_picture_that_is_also_a_page_loses_the_page(guest: Guest) -> None:
    script = b"<script>alert(1)</script>"
    for kind, data in _pictures().items():
        answer = guest.upload(data + script)
        if answer.status_code != 201:
            assert answer.status_code in {415, 422}, (kind, answer.text)
            continue
        kept = guest.client.get(f"/photos/{answer.json()['id']}/image")
        assert (kept.headers["Content-Type"], script in kept.content) == ("image/jpeg", False)
        assert Image.open(io.BytesIO(kept.content)).format == "JPEG"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"[" * 400_000, id="deep list"),
        pytest.param(b'{"a":' * 100_000, id="deep object"),
        pytest.param(b'{"photo_id": ' + b"9" * 10_000 + b"}", id="long number"),
        pytest.param(b'{"photo_id": "x", "seed": 1e999}', id="infinite"),
        pytest.param(b'{"photo_id": "x", "adjustments": {"scale": NaN}}', id="nan"),
        pytest.param(b'{"photo_id": "\xff\xfe"}', id="invalid utf-8"),
        pytest.param(json.dumps({"photo_id": "\0"}).encode(), id="nul"),
        pytest.param(json.dumps({"photo_id": "\ud800"}).encode(), id="surrogate"),
        pytest.param(json.dumps({"\ud800": 1}).encode(), id="surrogate name"),
        pytest.param(json.dumps({"photo_id": "x", "style": "\0"}).encode(), id="nul style"),
        pytest.param(json.dumps({"character_id": "x" * 500_000}).encode(), id="long id"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"null", id="null"),
    ],
)
def test_odd_json_is_refused(guest: Guest, body: bytes) -> None:
    for path in ("/jobs", "/characters", "/batches", "/albums"):
        answer = guest.client.post(path, content=body, headers={"Content-Type": "application/json"})
        assert 400 <= answer.status_code < 500, (path, answer.text[:500])
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert len(answer.content) < 4000, path


@pytest.mark.parametrize("odd", ["\0", "%00", "../../etc/passwd", "%2e%2e%2f", "é", "x" * 5000, "' or 1=1 --", "$ne"])
def test_odd_ids_and_filters_find_nothing(guest: Guest, odd: str) -> None:
    for path in ("/photos", "/artworks", "/jobs", "/characters", "/albums", "/batches"):
        answer = guest.client.patch(f"{path}/{odd}".replace("\0", "%00"), json={})
        assert answer.status_code in {404, 405, 422}, (path, answer.text)
        assert guest.client.get(path, params={"cursor": odd}).status_code == 422
    assert guest.client.get("/artworks", params={"style": odd}).status_code in {200, 422}
    answer = guest.client.get("/artworks", params={"style": odd})
    assert answer.status_code == 422 or answer.json()["items"] == []


def test_huge_headers_and_broken_requests_are_refused(server: LimnerServer) -> None:
    for request in (
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 2**20 + b"\r\n\r\n",
        b"GET /" + b"a" * 2**20 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: a\r\n" % number for number in range(20_000)) + b"\r\n",
        b"POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nabcd",
        b"POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200,
    ):
        assert b" 400 " in _answer(server, request).split(b"\r\n")[0], request[:60]
    assert httpx.get(f"{server.origin}/readyz").status_code == 200


def test_a_slow_body_of_json_ends_in_time(server: LimnerServer) -> None:
    head = (
        b"POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n"
    )
    assert b" 408 " in _answer(server, head + b'{"email')


def test_invented_methods_do_not_fill_the_metrics(server: LimnerServer) -> None:
    for number in range(3):
        assert httpx.request(f"INVENTED{number}", f"{server.origin}/healthz").status_code == 405
    assert "INVENTED" not in httpx.get(f"{server.origin}/metrics").text


def _answer(server: LimnerServer, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", httpx.URL(server.origin).port or 0), timeout=10) as connection:
        with contextlib.suppress(ConnectionError):
            connection.sendall(request)
        return connection.recv(65536)
