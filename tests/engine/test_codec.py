import io
from typing import Literal

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms

from limner.engine.arrays import U8
from limner.engine.codec import decode, encode_jpeg, encode_png, encode_webp, media_type_of, read_head
from limner.engine.images import RgbImage

RED, BLUE = (200, 30, 40), (20, 60, 190)
ORIENTED = {  # where the stored top left and top right corners stand in the upright picture
    1: "tl tr", 2: "tr tl", 3: "br bl", 4: "bl br", 5: "tl bl", 6: "tr br", 7: "br tr", 8: "bl tl",
}  # fmt: skip


def _two_tone() -> Image.Image:
    """64 x 48: the left half red, the right half blue."""
    picture = Image.new("RGB", (64, 48), RED)
    picture.paste(BLUE, (32, 0, 64, 48))
    return picture


def _bytes(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def _near(pixel: U8, colour: tuple[int, int, int], tolerance: int = 16) -> bool:
    return bool(np.abs(pixel.astype(int) - colour).max() <= tolerance)


def _heic(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    pillow_heif.from_pillow(picture).save(buffer, quality=90)  # pyright: ignore[reportUnknownMemberType]
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif", "avif", "heic"])
def test_every_format_gives_the_same_picture(kind: str) -> None:
    data = _heic(_two_tone()) if kind == "heic" else _bytes(_two_tone(), kind.upper())
    assert media_type_of(data) == f"image/{kind}"
    assert read_head(data).width_px == 64
    image = decode(data)
    assert image.pixels.shape == (48, 64, 3)
    assert image.pixels.flags.c_contiguous
    assert _near(image.pixels[24, 8], RED)
    assert _near(image.pixels[24, 56], BLUE)


def test_the_first_frame_of_a_gif_counts() -> None:
    second = Image.new("RGB", (64, 48), (0, 255, 0))
    data = _bytes(_two_tone(), "GIF", save_all=True, append_images=[second])
    assert _near(decode(data).pixels[24, 8], RED)


def test_cmyk_becomes_rgb() -> None:
    assert _near(decode(_bytes(_two_tone().convert("CMYK"), "JPEG", quality=95)).pixels[24, 8], RED)


def test_sixteen_bit_grey_keeps_its_tones() -> None:
    grey = np.full((48, 64), 32768, np.uint16)
    assert _near(decode(_bytes(Image.fromarray(grey), "PNG")).pixels[0, 0], (128, 128, 128), 1)


def test_a_palette_becomes_colours() -> None:
    assert _near(decode(_bytes(_two_tone().quantize(16), "PNG")).pixels[24, 56], BLUE, 4)


def test_transparent_parts_lie_on_white() -> None:
    picture = _two_tone().convert("RGBA")
    picture.paste((0, 0, 0, 0), (32, 0, 64, 48))
    pixels = decode(_bytes(picture, "PNG")).pixels
    assert _near(pixels[24, 8], RED, 0)
    assert _near(pixels[24, 56], (255, 255, 255), 0)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", sorted(ORIENTED))
def test_every_orientation_stands_upright(orientation: int, kind: str) -> None:
    stored = Image.new("RGB", (64, 48), (255, 255, 255))
    stored.paste(RED, (0, 0, 16, 16))
    stored.paste(BLUE, (48, 0, 64, 16))
    exif = Image.Exif()
    exif[0x0112] = orientation
    pixels = decode(_bytes(stored, kind, exif=exif)).pixels
    assert pixels.shape[:2] == ((48, 64) if orientation < 5 else (64, 48))
    corners = {"tl": pixels[6, 6], "tr": pixels[6, -6], "bl": pixels[-6, 6], "br": pixels[-6, -6]}
    first, second = ORIENTED[orientation].split()
    assert _near(corners[first], RED)
    assert _near(corners[second], BLUE)


def _profile(space: Literal["LAB", "sRGB"]) -> bytes:
    made = ImageCms.createProfile(space)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return ImageCms.ImageCmsProfile(made).tobytes()  # pyright: ignore[reportUnknownArgumentType]


def test_a_colour_profile_is_applied() -> None:
    swapped = _profile("sRGB").replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))
    swapped = swapped.replace(b"rXYZ", b"tmp ").replace(b"bXYZ", b"rXYZ").replace(b"tmp ", b"bXYZ")
    red, green, blue = decode(_bytes(_two_tone(), "PNG", icc_profile=swapped)).pixels[24, 8].tolist()
    assert blue > 150 > max(red, green), "with red and blue light exchanged, red paint is blue"


@pytest.mark.parametrize("profile", [_profile("LAB"), b"no profile at all"], ids=["of another space", "broken"])
def test_a_colour_profile_that_does_not_fit_is_ignored(profile: bytes) -> None:
    assert _near(decode(_bytes(_two_tone(), "PNG", icc_profile=profile)).pixels[24, 8], RED, 0)


@pytest.mark.parametrize("encode", [encode_png, encode_webp, encode_jpeg])
def test_what_is_encoded_can_be_decoded_and_is_the_same_twice(encode: object) -> None:
    assert callable(encode)
    image = RgbImage(np.asarray(_two_tone()))
    data = encode(image)
    assert isinstance(data, bytes)
    assert data == encode(image)
    assert _near(decode(data).pixels[24, 8], RED)
