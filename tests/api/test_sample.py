"""Trying Limner without an account: only the sample person, cheaply, and not without end."""

import io
from pathlib import Path

import httpx
import pytest
from PIL import Image
from tests.api.limner_server import API, LimnerServer, serving

PREVIEW = f"{API}/sample/preview"


def _size(answer: httpx.Response) -> tuple[int, int]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "image/webp"
    return Image.open(io.BytesIO(answer.content)).size


def test_whoever_comes_by_sees_the_sample_drawn_as_they_wish(server: LimnerServer) -> None:
    with httpx.Client(base_url=server.origin, timeout=60) as stranger:
        choice = stranger.get(f"{API}/sample").json()
        assert _size(stranger.get(f"{API}/sample/photo"))[1] == 512
        plain = stranger.get(PREVIEW, params={"width_px": 160})
        red = stranger.get(PREVIEW, params={"width_px": 160, "hair.colour": "red"})
        assert _size(plain) == _size(red) == (160, 160)
        assert plain.content != red.content
        scene = stranger.get(PREVIEW, params={"style": "comic", "template": choice["templates"][0], "width_px": 160})
        assert _size(scene) == (160, 200)


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"hair.colour": "#123456"}, "usage.bad_attribute"),
        ({"glasses.frame": "monocle"}, "usage.bad_attribute"),
        ({"style": "none-such"}, "usage.unknown_name"),
        ({"width_px": "4000"}, "request.invalid"),
    ],
)
def test_strangers_try_what_is_offered_and_nothing_else(
    server: LimnerServer, params: dict[str, str], code: str
) -> None:
    assert httpx.get(server.origin + PREVIEW, params=params, timeout=60).json()["code"] == code


def test_new_drawings_are_counted_and_known_ones_are_not(tmp_path: Path) -> None:
    with serving(tmp_path / "data", LIMNER_LIMIT_SAMPLE="1/hour") as small:
        first = [httpx.get(small.origin + PREVIEW, params={"width_px": 160}, timeout=60) for _ in range(3)]
        assert [answer.status_code for answer in first] == [200, 200, 200]
        refused = httpx.get(small.origin + PREVIEW, params={"width_px": 160, "style": "comic"}, timeout=60)
        assert (refused.status_code, refused.json()["code"]) == (429, "request.too_many")
