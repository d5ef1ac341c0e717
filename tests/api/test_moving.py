"""Loops over HTTP: ordered as a job, shown by a signed link, downloaded, taken along, and nobody else's."""

import io
import zipfile

import httpx
from PIL import Image
from tests.api.limner_server import Guest, LimnerServer

_MOTION = {"gestures": ["blink", "wave"], "seconds": 1, "size_px": 240}


def test_a_loop_is_ordered_seen_downloaded_and_taken_along(
    server: LimnerServer, guest: Guest, other: Guest, portrait: bytes
) -> None:
    photo_id = guest.upload(portrait).json()["id"]
    artwork_id = guest.draw(photo_id=photo_id, style="comic", motion=_MOTION)["artwork_id"]
    artwork = guest.client.get(f"/artworks/{artwork_id}").json()
    assert artwork["order"]["motion"] == {**_MOTION, "provider": "local", "words": ""}
    seen = httpx.get(server.origin + artwork["loop_url"])
    with Image.open(io.BytesIO(seen.content)) as loop:
        assert loop.format == "WEBP"
        assert loop.n_frames > 6  # type: ignore[attr-defined]
    path, query = f"/artworks/{artwork_id}/image", {"size": "loop", "download": True}
    saved = guest.client.get(path, params=query)
    assert saved.content == seen.content
    assert saved.headers["Content-Disposition"].endswith('.webp"')
    assert other.client.get(path, params=query).status_code == 404
    with zipfile.ZipFile(io.BytesIO(guest.client.get("/me/export").content)) as archive:
        assert archive.read(f"pictures/{artwork_id}.loop.webp") == seen.content
    assert guest.client.delete(f"/artworks/{artwork_id}").status_code == 204
    assert guest.client.get(path, params=query).status_code == 404


def test_a_still_picture_has_no_loop(gallery: tuple[Guest, str, str]) -> None:
    guest, _, artwork_id = gallery
    assert guest.client.get(f"/artworks/{artwork_id}").json()["loop_url"] is None
    answer = guest.client.get(f"/artworks/{artwork_id}/image", params={"size": "loop"})
    assert (answer.status_code, answer.json()["code"]) == (404, "request.not_found")
