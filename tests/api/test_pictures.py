"""Pictures over HTTP: known ones are not sent again, parts on request, signed links and nothing else."""

import io

import httpx
import pytest
from PIL import Image
from tests.api.limner_server import Guest, LimnerServer

Gallery = tuple[Guest, str, str]


@pytest.mark.parametrize(("size", "kind"), [("thumb", "WEBP"), ("screen", "WEBP"), ("print", "PNG")])
def test_each_size_is_the_picture_it_says(gallery: Gallery, size: str, kind: str) -> None:
    guest, _, artwork_id = gallery
    answer = guest.client.get(f"/artworks/{artwork_id}/image", params={"size": size})
    assert answer.headers["Content-Type"] == f"image/{kind.lower()}"
    assert Image.open(io.BytesIO(answer.content)).format == kind
    assert "private" in answer.headers["Cache-Control"]


def test_a_known_picture_is_not_sent_again(gallery: Gallery) -> None:
    guest, photo_id, artwork_id = gallery
    for path in (f"/photos/{photo_id}/image", f"/artworks/{artwork_id}/image"):
        etag = guest.client.get(path).headers["ETag"]
        for known in (etag, f"W/{etag}", f'"another", {etag}', "*"):
            again = guest.client.get(path, headers={"If-None-Match": known})
            assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag), known
        assert guest.client.get(path, headers={"If-None-Match": '"another"'}).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        ("bytes=0-0", slice(0, 1)),
        ("bytes=10-19", slice(10, 20)),
        ("bytes=100-", slice(100, None)),
        ("bytes=-7", slice(-7, None)),
        ("bytes=5-999999999", slice(5, None)),
        ("bytes=-999999999", slice(0, None)),
    ],
)
def test_a_part_is_sent_and_named(gallery: Gallery, wanted: str, part: slice) -> None:
    guest, _, artwork_id = gallery
    path = f"/artworks/{artwork_id}/image"
    whole = guest.client.get(path)
    assert whole.headers["Accept-Ranges"] == "bytes"
    answer = guest.client.get(path, headers={"Range": wanted, "If-Range": whole.headers["ETag"]})
    assert answer.status_code == 206
    assert answer.content == whole.content[part]
    first, last, _ = part.indices(len(whole.content))
    assert answer.headers["Content-Range"] == f"bytes {first}-{last - 1}/{len(whole.content)}"
    changed = guest.client.get(path, headers={"Range": wanted, "If-Range": '"another"'})
    assert (changed.status_code, changed.content) == (200, whole.content)


@pytest.mark.parametrize("wanted", ["bytes=999999999-", "bytes=-0", "bytes=9-5"])
def test_a_part_that_is_not_there(gallery: Gallery, wanted: str) -> None:
    guest, _, artwork_id = gallery
    answer = guest.client.get(f"/artworks/{artwork_id}/image", headers={"Range": wanted})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"].startswith("bytes */")
    assert answer.json()["status"] == 416


@pytest.mark.parametrize("wanted", ["bytes=-", "lines=0-5", "bytes=a-b", "bytes=0-1,4-5", "bytes=0-" + "9" * 5000])
def test_a_range_that_is_none_is_passed_over(gallery: Gallery, wanted: str) -> None:
    guest, _, artwork_id = gallery
    assert guest.client.get(f"/artworks/{artwork_id}/image", headers={"Range": wanted}).status_code == 200


def test_a_download_has_a_name(gallery: Gallery) -> None:
    guest, _, artwork_id = gallery
    answer = guest.client.get(f"/artworks/{artwork_id}/image", params={"size": "print", "download": True})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="limner-moon-storybook-1.png"'
    assert "Content-Disposition" not in guest.client.get(f"/artworks/{artwork_id}/image").headers


def test_a_signed_link_opens_its_picture_and_no_other(server: LimnerServer, gallery: Gallery) -> None:
    guest, photo_id, artwork_id = gallery
    artwork = guest.client.get(f"/artworks/{artwork_id}").json()
    link = httpx.URL(server.origin + artwork["thumb_url"])
    assert httpx.get(link).status_code == 200
    changed = [
        link.copy_set_param("expires", "1"),
        link.copy_set_param("expires", str(int(link.params["expires"]) + 1)),
        link.copy_set_param("signature", "0" * 64),
        link.copy_set_param("signature", "é"),
        link.copy_set_param("key", "another"),
        link.copy_set_param("kind", "image/png"),
        httpx.URL(str(link).replace(".thumb?", ".print?")),
        httpx.URL(str(link).replace(f"{artwork_id}.thumb", photo_id)),
    ]
    for one in changed:
        assert one != link
        answer = httpx.get(one)
        assert (answer.status_code, answer.json()["code"]) == (404, "request.not_found"), one
    assert httpx.get(str(link).split("&signature")[0]).status_code == 422


def test_a_link_ends_with_its_picture(server: LimnerServer, guest: Guest, portrait: bytes) -> None:
    photo = guest.upload(portrait).json()
    link = server.origin + photo["thumb_url"]
    assert httpx.get(link).status_code == 200
    assert guest.client.delete(f"/photos/{photo['id']}").status_code == 204
    assert httpx.get(link).status_code == 404
    assert guest.client.get(f"/photos/{photo['id']}/image").status_code == 404
