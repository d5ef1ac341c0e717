"""Photos as they come: every type, no place in what is kept, twice, without a face, too large."""

import io
import socket
from collections.abc import Iterator

import httpx
import pytest
from PIL import Image
from tests.api.limner_server import MOST_PHOTO_BYTES, Guest, LimnerServer, as_file, wait_for

_BOUNDARY = "limner-test"
_HEAD = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'.encode()
_MULTIPART = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}


def _photo(portrait: bytes, kind: str, **options: object) -> bytes:
    return as_file(Image.open(io.BytesIO(portrait)).convert("RGB"), kind, **options)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF"])
def test_every_type_is_kept_with_its_face(guest: Guest, portrait: bytes, kind: str) -> None:
    answer = guest.upload(_photo(portrait, kind))
    assert answer.status_code == 201, answer.text
    photo = answer.json()
    assert (photo["width_px"], photo["height_px"], len(photo["faces"])) == (512, 512, 1)
    kept = Image.open(io.BytesIO(guest.client.get(f"/photos/{photo['id']}/image").content))
    assert (kept.format, kept.size) == ("JPEG", (512, 512))


def test_the_place_is_gone_from_what_is_kept_and_served(server: LimnerServer, guest: Guest, portrait: bytes) -> None:
    exif = Image.Exif()
    exif[0x010E] = "our garden at home"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.5), 3: "E", 4: (13.0, 24.0, 18.0)})
    original = _photo(portrait, "JPEG", exif=exif)
    assert Image.open(io.BytesIO(original)).getexif().get_ifd(0x8825)[1] == "N"
    photo = guest.upload(original).json()
    kept = guest.client.get(f"/photos/{photo['id']}/image").content
    thumb = httpx.get(server.origin + photo["thumb_url"]).content
    for served in (kept, thumb):
        assert not Image.open(io.BytesIO(served)).getexif()
        assert b"garden" not in served
    stored = [path.read_bytes() for path in server.data_dir.rglob("*") if path.is_file()]
    assert not any(b"our garden at home" in data for data in stored)


def test_the_same_file_twice_is_one_photo_but_not_for_others(guest: Guest, other: Guest, portrait: bytes) -> None:
    first, second = guest.upload(portrait), guest.upload(portrait, "renamed.heic")
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == second.json()["id"]
    assert other.upload(portrait).json()["id"] != first.json()["id"]
    assert len(guest.client.get("/photos").json()["items"]) == 1


def test_a_photo_without_a_face_is_kept_with_advice(guest: Guest) -> None:
    photo = guest.upload(as_file(Image.new("RGB", (400, 300), "teal"), "PNG")).json()
    assert photo["faces"] == []
    assert [advice["code"] for advice in photo["coach"]] == ["face.none"]
    refused = guest.client.post("/jobs", json={"photo_id": photo["id"]})
    assert (refused.status_code, refused.json()["code"]) == (422, "face.no_such")
    frame = {"x": 10, "y": 10, "width": 100, "height": 100}
    empty = guest.client.post(f"/photos/{photo['id']}/faces", json=frame)
    assert (empty.status_code, empty.json()["code"]) == (422, "face.none")


def test_a_face_is_placed_by_hand(guest: Guest, portrait: bytes) -> None:
    photo = guest.upload(portrait).json()
    placed = guest.client.post(f"/photos/{photo['id']}/faces", json={"x": 170, "y": 40, "width": 130, "height": 160})
    assert placed.status_code == 201, placed.text
    assert [face["number"] for face in placed.json()["faces"]] == [1, 2]
    assert guest.client.post("/characters", json={"faces": [{"photo_id": photo["id"], "face_number": 2}]}).is_success


def test_too_many_bytes_are_refused_as_they_come_without_a_length(server: LimnerServer, guest: Guest) -> None:
    def endless() -> Iterator[bytes]:
        yield _HEAD
        while True:
            yield b"x" * 65536

    before = server.memory_bytes()
    answer = guest.client.post("/photos", content=endless(), headers=_MULTIPART)
    assert (answer.status_code, answer.json()["code"]) == (413, "photo.too_large")
    assert server.memory_bytes() - before < 4 * MOST_PHOTO_BYTES


def test_too_large_a_length_is_refused_before_a_byte_is_sent(server: LimnerServer, guest: Guest) -> None:
    assert b" 413 " in _raw(server, guest, MOST_PHOTO_BYTES * 2, b"")


def test_a_body_shorter_than_its_length_ends_in_time(server: LimnerServer, guest: Guest) -> None:
    answer = _raw(server, guest, 500_000, _HEAD + b"x" * 100)
    assert b" 408 " in answer
    assert b"request.too_slow" in answer


def test_four_slow_uploads_do_not_keep_others_from_uploading(
    server: LimnerServer, guest: Guest, other: Guest, portrait: bytes
) -> None:
    slow = [_begun(server, guest, 500_000, _HEAD) for _ in range(4)]
    try:
        assert other.upload(portrait).status_code == 201
    finally:
        for connection in slow:
            connection.close()


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        pytest.param(b"", {}, 422, id="nothing"),
        pytest.param(b"{}", {"Content-Type": "application/json"}, 422, id="json"),
        pytest.param(b"x" * 500, _MULTIPART, 422, id="no boundary"),
        pytest.param(_HEAD + b"abc", _MULTIPART, 422, id="broken off"),
        pytest.param(f"--{_BOUNDARY}--\r\n".encode(), _MULTIPART, 422, id="no parts"),
        pytest.param(_HEAD.replace(b'"file"', b'"other"') + b"a", _MULTIPART, 422, id="another field"),
        pytest.param(_HEAD + f"\r\n--{_BOUNDARY}--\r\n".encode(), _MULTIPART, 422, id="empty file"),
    ],
)
def test_what_is_no_upload_is_refused(guest: Guest, body: bytes, headers: dict[str, str], status: int) -> None:
    answer = guest.client.post("/photos", content=body, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"


def _begun(server: LimnerServer, guest: Guest, length: int, body: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", httpx.URL(server.origin).port or 0), timeout=20)
    head = (
        f"POST /api/v1/photos HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {guest.token}\r\n"
        f"Content-Type: {_MULTIPART['Content-Type']}\r\nContent-Length: {length}\r\n\r\n"
    )
    connection.sendall(head.encode() + body)
    return connection


def _raw(server: LimnerServer, guest: Guest, length: int, body: bytes) -> bytes:
    """What is answered to a request that is never sent to its end."""
    with _begun(server, guest, length, body) as connection:
        received = bytearray()

        def more() -> bool:
            received.extend(connection.recv(65536))
            return b"}" in received

        wait_for(more, 20)
        return bytes(received)
