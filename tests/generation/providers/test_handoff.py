import asyncio
from dataclasses import replace

import pytest

from limner.catalog import registry
from limner.engine import opencv
from limner.engine.codec import encode_jpeg, encode_png
from limner.engine.images import RgbImage
from limner.errors import BadResult
from limner.generation.briefing import head_of
from limner.generation.provider import DrawRequest, Errand, HandedOff, Picture, Provider, Sitting
from limner.generation.providers.handoff import HandOff
from limner.generation.providers.local import LocalProvider
from limner.testing.provider_contract import ProviderContract, draw


class Returning(HandOff):
    """Asked again, with what somebody has drawn."""

    def __init__(self, drawing: bytes) -> None:
        self._drawing = drawing

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        errand.brought = self._drawing
        return await super().draw(request, errand)


@pytest.fixture(scope="module")
def drawing(astronaut_request: DrawRequest) -> bytes:
    return encode_png(LocalProvider().paint(astronaut_request))


class TestHandOff(ProviderContract):
    @pytest.fixture
    def provider(self, drawing: bytes) -> Provider:
        return Returning(drawing)

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def bring(request: DrawRequest, data: bytes) -> Picture:
    return draw(Returning(data), request)


def shrunk(image: RgbImage, share: float) -> RgbImage:
    sides = round(image.width_px * share), round(image.height_px * share)
    return RgbImage(opencv.resize(image.pixels, *sides, "area"))


def test_at_first_the_brief_is_handed_over(astronaut_request: DrawRequest) -> None:
    with pytest.raises(HandedOff) as handed:
        asyncio.run(HandOff().draw(replace(astronaut_request, words="with a kite"), Errand()))
    assert "with a kite" in handed.value.brief.plain_prompt
    assert handed.value.brief.of_role("photo")


@pytest.mark.parametrize("style", ["storybook", "watercolor-portrait"])
def test_the_photo_is_no_drawing_of_itself(astronaut_request: DrawRequest, sitting: Sitting, style: str) -> None:
    request = replace(astronaut_request, style=registry.style(style))
    brighter = RgbImage((sitting.image.pixels.astype(float) * 0.94 + 12).astype("uint8"))
    for photo in (sitting.image, shrunk(sitting.image, 0.4), head_of(sitting), brighter):
        with pytest.raises(BadResult, match="photo itself") as refused:
            bring(request, encode_jpeg(photo, 50))
        assert refused.value.advice


@pytest.mark.parametrize("style", ["watercolor-portrait", "pencil-portrait", "comic-portrait"])
def test_a_portrait_painted_from_the_photo_is_a_drawing(astronaut_request: DrawRequest, style: str) -> None:
    request = replace(astronaut_request, style=registry.style(style))
    painted = LocalProvider().paint(request)
    assert bring(request, encode_jpeg(painted)).image.width_px == painted.width_px


def test_what_is_no_picture_of_this_shape_is_not_taken(astronaut_request: DrawRequest, drawing: bytes) -> None:
    wide = RgbImage(opencv.resize(LocalProvider().paint(astronaut_request).pixels, 900, 200, "area"))
    for data in (b"", b"%PDF-1.7", drawing[:200], encode_png(wide)):
        with pytest.raises(BadResult):
            bring(astronaut_request, data)


def test_content_credentials_are_kept_with_what_was_brought(astronaut_request: DrawRequest, drawing: bytes) -> None:
    signed = drawing[:-12] + b"\x00\x00\x00\x04caBXc2pa\x00\x00\x00\x00" + drawing[-12:]
    assert bring(astronaut_request, signed).original == signed
    assert bring(astronaut_request, drawing).original is None
