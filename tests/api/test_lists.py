"""Lists in pages, filters, albums, favourites, deleting and bringing back, batches and their zip."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import pytest
from PIL import Image
from tests.api.limner_server import Guest, LimnerServer, wait_for


class Shelf(NamedTuple):
    """An account with a batch of four pictures: a comic and a storybook on the moon and in the forest."""

    guest: Guest
    batch_id: str
    artworks: list[dict[str, Any]]


@pytest.fixture(scope="module")
def shelf(server: LimnerServer, portrait: bytes) -> Iterator[Shelf]:
    with server.guest() as guest:
        client = guest.client
        order = {"photo_id": guest.upload(portrait).json()["id"], "size_px": 256}
        grid = {"orders": [order], "styles": ["comic", "storybook"], "templates": ["moon", "forest"], "title": "All"}
        answer = client.post("/batches", json=grid)
        assert (answer.status_code, answer.json()["total"]) == (202, 4), answer.text
        batch_id = answer.json()["id"]
        wait_for(lambda: client.get(f"/batches/{batch_id}").json()["progress"] == 1)
        yield Shelf(guest, batch_id, client.get("/artworks").json()["items"])


def test_each_item_comes_once_while_others_are_added(guest: Guest) -> None:
    client = guest.client
    first = [client.post("/albums", json={"title": str(number)}).json()["id"] for number in range(7)]
    seen: list[str] = []
    cursor: str | None = None
    while True:
        page = client.get("/albums", params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        seen += [album["id"] for album in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
        client.post("/albums", json={"title": "later"})
    assert seen == first[::-1]


def test_a_batch_has_one_progress_and_a_zip_of_pictures(shelf: Shelf) -> None:
    client = shelf.guest.client
    batch = client.get(f"/batches/{shelf.batch_id}").json()
    assert (batch["states"], batch["progress"], batch["title"]) == ({"done": 4}, 1, "All")
    assert client.get("/batches").json()["items"] == [batch]
    answer = client.get(f"/batches/{shelf.batch_id}/zip")
    assert answer.headers["Content-Type"] == "application/zip"
    assert shelf.batch_id in answer.headers["Content-Disposition"]
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    assert packed.testzip() is None
    assert len(packed.namelist()) == 4
    for name in packed.namelist():
        picture = Image.open(io.BytesIO(packed.read(name)))
        picture.load()
        assert (picture.format, name.endswith(".png")) == ("PNG", True)


def test_filters_give_what_fits_all_of_them(shelf: Shelf) -> None:
    def places(**chosen: Any) -> set[tuple[str, str]]:
        items = shelf.guest.client.get("/artworks", params=chosen).json()["items"]
        return {(one["style"], one["template"]) for one in items}

    assert len(places()) == 4
    assert places(style="comic") == {("comic", "moon"), ("comic", "forest")}
    assert places(style="comic", template="moon") == {("comic", "moon")}
    assert places(style="unheard-of") == set()
    moment = datetime.now(UTC)
    assert len(places(since=(moment - timedelta(hours=1)).isoformat(), until=moment.isoformat())) == 4
    assert places(since=moment.isoformat()) == set()


def test_favourites_are_marked_and_found(shelf: Shelf) -> None:
    client, artwork_id = shelf.guest.client, shelf.artworks[0]["id"]
    assert client.patch(f"/artworks/{artwork_id}", json={"favourite": True}).json()["favourite"]
    assert [one["id"] for one in client.get("/artworks", params={"favourite": True}).json()["items"]] == [artwork_id]
    client.patch(f"/artworks/{artwork_id}", json={"favourite": False})
    assert client.get("/artworks", params={"favourite": True}).json()["items"] == []


def test_albums_collect_artworks_and_lose_none_when_deleted(shelf: Shelf) -> None:
    client, artwork_ids = shelf.guest.client, [one["id"] for one in shelf.artworks]
    album = client.post("/albums", json={"title": "Best"}).json()
    for artwork_id in (*artwork_ids[:3], artwork_ids[0]):
        assert client.put(f"/albums/{album['id']}/artworks/{artwork_id}").status_code == 204
    page = client.get(f"/albums/{album['id']}/artworks", params={"limit": 2}).json()
    rest = client.get(f"/albums/{album['id']}/artworks", params={"cursor": page["next_cursor"]}).json()
    assert [one["id"] for one in (*page["items"], *rest["items"])] == artwork_ids[2::-1]
    assert client.delete(f"/albums/{album['id']}/artworks/{artwork_ids[1]}").status_code == 204
    assert client.delete(f"/albums/{album['id']}/artworks/{artwork_ids[1]}").status_code == 404
    renamed = client.patch(f"/albums/{album['id']}", json={"title": "Better"}).json()
    assert (renamed["title"], renamed["artworks"]) == ("Better", 2)
    assert client.delete(f"/albums/{album['id']}").status_code == 204
    assert client.get(f"/albums/{album['id']}/artworks").status_code == 404
    assert len(client.get("/artworks").json()["items"]) == 4


def test_chosen_artworks_come_in_one_file_and_nobody_elses(shelf: Shelf, other: Guest) -> None:
    chosen = {"ids": [shelf.artworks[0]["id"], shelf.artworks[2]["id"]], "size": "thumb"}
    packed = zipfile.ZipFile(io.BytesIO(shelf.guest.client.post("/artworks/zip", json=chosen).content))
    assert packed.testzip() is None
    assert len(packed.namelist()) == 2
    assert other.client.post("/artworks/zip", json=chosen).status_code == 404
    assert shelf.guest.client.post("/artworks/zip", json={"ids": []}).status_code == 422


def test_a_deleted_artwork_is_nowhere_until_it_is_brought_back(shelf: Shelf) -> None:
    client, artwork_id = shelf.guest.client, shelf.artworks[0]["id"]
    assert client.delete(f"/artworks/{artwork_id}").status_code == 204
    assert artwork_id not in client.get("/artworks").text
    assert client.get(f"/artworks/{artwork_id}").status_code == 404
    assert client.get(f"/artworks/{artwork_id}/image").status_code == 404
    assert client.patch(f"/artworks/{artwork_id}", json={"favourite": True}).status_code == 404
    assert client.delete(f"/artworks/{artwork_id}").status_code == 404
    packed = zipfile.ZipFile(io.BytesIO(client.get(f"/batches/{shelf.batch_id}/zip").content))
    assert len(packed.namelist()) == 3
    assert client.post(f"/artworks/{artwork_id}/restore").json()["id"] == artwork_id
    assert client.get(f"/artworks/{artwork_id}/image").status_code == 200


def test_artworks_outlive_their_photo(server: LimnerServer, portrait: bytes) -> None:
    with server.guest() as guest:
        photo_id = guest.upload(portrait).json()["id"]
        artwork_id = guest.draw(photo_id=photo_id)["artwork_id"]
        assert guest.client.delete(f"/photos/{photo_id}").status_code == 204
        assert guest.client.get(f"/artworks/{artwork_id}/image").status_code == 200
        assert guest.client.get(f"/artworks/{artwork_id}").json()["photo_id"] == photo_id
