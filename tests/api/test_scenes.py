"""Scenes with several people: the preview is the picture, its parts lie right, everybody is the account's own."""

import base64
import io
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np
import pytest
from PIL import Image
from tests.api.limner_server import Guest, LimnerServer

from limner.engine.codec import decode, encode_webp


class Family(NamedTuple):
    """An account with a photo, two characters made from it, and a picture in which the second stands beside."""

    guest: Guest
    photo_id: str
    first: str
    second: str
    artwork: dict[str, Any]


_PLACED = {
    "outfit": "pyjamas",
    "pose": "wave",
    "dx": 30,
    "dy": -12,
    "scale": 0.9,
    "tilt_deg": 4,
    "turn_deg": -9,
    "flip": True,
}


@pytest.fixture(scope="module")
def family(server: LimnerServer, portrait: bytes) -> Iterator[Family]:
    with server.guest() as guest:
        client = guest.client
        photo_id = guest.upload(portrait).json()["id"]
        first, second = (
            client.post("/characters", json={"faces": [{"photo_id": photo_id}]}).json()["id"] for _ in range(2)
        )
        client.patch(f"/characters/{second}", json={"attributes": {"age.band": "child", "glasses.frame": "round"}})
        beside = [{"character_id": second, "adjustments": _PLACED}]
        order = {"template": "forest", "seed": 4, "size_px": 320, "caption": "  Zoë\u0000 & Leïla:\n ليلى 7 "}
        job = guest.draw(character_id=first, beside=beside, **order)
        yield Family(guest, photo_id, first, second, client.get(f"/artworks/{job['artwork_id']}").json())


def scene(family: Family, **changes: Any) -> dict[str, Any]:
    people = [{"character_id": family.first}, {"character_id": family.second, "adjustments": _PLACED}]
    drawn = {"template": "forest", "seed": 4, "caption": "Zoë & Leïla: ليلى 7", "width_px": 320}
    return {**drawn, "people": people, **changes}


def test_the_preview_is_the_picture_pixel_for_pixel(family: Family) -> None:
    shown = family.guest.client.post("/scenes/preview", json=scene(family))
    printed = family.guest.client.get(f"/artworks/{family.artwork['id']}/image", params={"size": "print"})
    assert shown.headers["Content-Type"] == "image/webp"
    assert shown.content == encode_webp(decode(printed.content), quality=85)


def test_each_part_lies_where_it_says(family: Family) -> None:
    body = family.guest.client.post("/scenes/layers", json=scene(family, style="comic")).json()
    assert (body["width"], body["height"], len(body["people"])) == (1000, 1250, 2)
    sheets = [_image(body[part]) for part in ("background", "foreground")]
    assert [sheet.size for sheet in sheets] == [(320, 400), (320, 400)]
    assert _image(body["caption"]).size == (320, 400)
    assert sheets[1].mode == "RGBA"
    for person in body["people"]:
        image = _image(person["image"])
        assert image.mode == "RGBA"
        assert image.width == pytest.approx(person["width"] * 0.32, abs=0.1)
        assert image.height == pytest.approx(person["height"] * 0.32, abs=0.1)
        assert person["x"] < person["middle_x"] < person["x"] + person["width"]
        assert person["y"] < person["middle_y"] < person["ground_y"] <= person["y"] + person["height"] + 20
    assert [person["outfit"] for person in body["people"]] == ["explorer", "pyjamas"]


def test_parts_together_are_the_preview(family: Family) -> None:
    people = [{"character_id": family.first}, {"character_id": family.second}]
    wanted = scene(family, people=people)
    body = family.guest.client.post("/scenes/layers", json=wanted).json()
    whole = Image.open(io.BytesIO(family.guest.client.post("/scenes/preview", json=wanted).content)).convert("RGB")
    sheet = _image(body["background"]).convert("RGBA")
    for person in sorted(body["people"], key=lambda person: person["ground_y"]):
        sheet.alpha_composite(_image(person["image"]), (round(person["x"] * 0.32), round(person["y"] * 0.32)))
    for part in ("foreground", "caption"):
        sheet.alpha_composite(_image(body[part]))
    difference = np.abs(np.asarray(sheet.convert("RGB"), np.float64) - np.asarray(whole, np.float64))
    assert difference.mean() < 4


def test_parts_are_neither_moved_nor_turned(family: Family) -> None:
    placed, plain = (
        family.guest.client.post("/scenes/layers", json=scene(family, people=people)).json()["people"][0]
        for people in (
            [{"character_id": family.first, "adjustments": {"dx": 200, "scale": 2, "turn_deg": 90, "flip": True}}],
            [{"character_id": family.first}],
        )
    )
    assert placed == plain


def test_a_picture_is_found_by_everybody_in_it(family: Family) -> None:
    client = family.guest.client
    for character_id in (family.first, family.second):
        found = client.get("/artworks", params={"character_id": character_id}).json()["items"]
        assert [one["id"] for one in found].count(family.artwork["id"]) == 1
    for narrower in ({"style": "comic"}, {"until": "2020-01-01T00:00:00Z"}):
        assert client.get("/artworks", params={"character_id": family.second, **narrower}).json()["items"] == []


def test_pictures_of_somebody_come_in_pages_without_gap_or_repeat(family: Family, server: LimnerServer) -> None:
    del server
    client = family.guest.client
    me, other = (
        client.post("/characters", json={"faces": [{"photo_id": family.photo_id}]}).json()["id"] for _ in range(2)
    )
    drawn: list[str] = []
    for number in range(5):
        pair = (me, other) if number % 2 else (other, me)
        job = family.guest.draw(character_id=pair[0], beside=[{"character_id": pair[1]}])
        drawn.append(job["artwork_id"])
    client.delete(f"/artworks/{drawn.pop(2)}")
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.get("/artworks", params={"character_id": me, "limit": 2, **cursor}).json()
        seen += [one["id"] for one in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert seen == drawn[::-1]


def test_a_picture_is_drawn_again_by_its_own_order(family: Family) -> None:
    client = family.guest.client
    order = family.artwork["order"]
    assert order["beside"][0]["adjustments"] == {"attributes": {}, **_PLACED}
    job = family.guest.ended(client.post("/jobs", json=order).json()["id"])
    pictures = [
        client.get(f"/artworks/{one}/image", params={"size": "print"}).content
        for one in (family.artwork["id"], job["artwork_id"])
    ]
    assert pictures[0] == pictures[1]


def test_everybody_must_be_the_accounts_own(family: Family, other: Guest) -> None:
    theirs = {"character_id": family.first}
    body = {"people": [theirs]}
    answers = [other.client.post(f"/scenes/{name}", json=body) for name in ("preview", "layers")]
    own = other.upload(_portrait(family)).json()["id"]
    answers += [
        other.client.post("/jobs", json={"photo_id": own, "beside": [sitter]})
        for sitter in (theirs, {"photo_id": family.photo_id})
    ]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(404, "request.not_found")] * 4


_WRONG: Final[list[tuple[dict[str, Any], str]]] = [
    ({"beside": [{}]}, "request.invalid"),
    ({"style": "watercolor-portrait", "adjustments": {"flip": True}}, "request.invalid"),
    ({"style": "watercolor-portrait", "caption": "Hello"}, "request.invalid"),
    ({"adjustments": {"outfit": "tuxedo"}}, "usage.unknown_name"),
    ({"adjustments": {"pose": "headstand"}}, "usage.unknown_name"),
    ({"adjustments": {"turn_deg": 181}}, "request.invalid"),
    ({"adjustments": {"scale": 0}}, "request.invalid"),
    ({"adjustments": {"dx": "NaN"}}, "request.invalid"),
    ({"adjustments": {"dy": 1e308}}, "request.invalid"),
    ({"caption": "x" * 121}, "request.invalid"),
    ({"caption": "漢字"}, "request.invalid"),
    ({"adjustments": {"attributes": {"wings": "yes"}}}, "usage.bad_attribute"),
]


@pytest.mark.parametrize(("wrong", "code"), _WRONG)
def test_what_cant_be_drawn_is_refused_at_once(family: Family, wrong: dict[str, Any], code: str) -> None:
    answer = family.guest.client.post("/jobs", json={"photo_id": family.photo_id, **wrong})
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text


def test_each_of_several_is_looked_at(family: Family) -> None:
    sitter = {"photo_id": family.photo_id}
    orders = [
        {"beside": [{**sitter, "face_number": 9}]},
        {"beside": [sitter] * 4},
        {"beside": [sitter], "style": "watercolor-portrait"},
        {"beside": [{**sitter, "adjustments": {"outfit": "tuxedo"}}]},
    ]
    answers = [family.guest.client.post("/jobs", json={**sitter, **order}) for order in orders]
    codes = ["face.no_such", "request.invalid", "request.invalid", "usage.unknown_name"]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(422, code) for code in codes]


@pytest.mark.parametrize("adjustments", [{"dx": 1000, "dy": 1250}, {"scale": 3, "turn_deg": 180}, {"dx": -1000}])
@pytest.mark.parametrize("style", ["storybook", "comic", "watercolor"])
def test_who_is_moved_off_the_page_harms_nothing(family: Family, style: str, adjustments: dict[str, Any]) -> None:
    people = [{"character_id": family.first, "adjustments": adjustments}]
    body = scene(family, style=style, people=people, width_px=160)
    assert family.guest.client.post("/scenes/preview", json=body).status_code == 200


def test_several_photos_stand_in_one_picture(family: Family) -> None:
    sitter = {"photo_id": family.photo_id}
    job = family.guest.draw(**sitter, beside=[sitter, sitter, sitter], template="moon")
    assert family.guest.client.get(f"/artworks/{job['artwork_id']}").json()["lost"] == []


def _image(url: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(url.removeprefix("data:image/webp;base64,"))))


def _portrait(family: Family) -> bytes:
    return family.guest.client.get(f"/photos/{family.photo_id}/image").content
