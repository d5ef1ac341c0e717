import hashlib
import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from limner.errors import BrokenPicture, LimnerError, NotAPicture, PhotoTooLarge, PhotoTooSmall
from limner.photos.intake import WORKING_LONG_SIDE_PX, accept


def _file(width_px: int, height_px: int, kind: str = "JPEG", **options: object) -> bytes:
    ramp = np.add.outer(np.arange(height_px), np.arange(width_px)) % 256
    buffer = io.BytesIO()
    Image.fromarray(np.dstack([ramp] * 3).astype(np.uint8)).save(buffer, kind, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_photo_is_known_by_its_file_and_its_size() -> None:
    data = _file(300, 200)
    photo = accept(data)
    assert (photo.original_width_px, photo.original_height_px) == (300, 200)
    assert (photo.image.width_px, photo.image.height_px) == (300, 200)
    assert photo.media_type == "image/jpeg"
    assert photo.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_photo_comes_at_the_working_size(kind: str) -> None:
    photo = accept(_file(4200, 2100, kind))
    assert (photo.original_width_px, photo.original_height_px) == (4200, 2100)
    assert 0.9 * WORKING_LONG_SIDE_PX < photo.image.width_px <= WORKING_LONG_SIDE_PX
    assert photo.image.width_px == pytest.approx(2 * photo.image.height_px, abs=2)


def test_a_turned_photo_has_the_size_of_the_upright_one_and_no_metadata() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "our garden at home"
    photo = accept(_file(300, 200, exif=exif))
    assert (photo.original_width_px, photo.original_height_px) == (200, 300)
    assert (photo.image.width_px, photo.image.height_px) == (200, 300)
    assert b"garden" not in photo.image.pixels.tobytes()


_BOMB = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", BrokenPicture, id="empty"),
        pytest.param(b"Dear grandmother, this is no photo.", NotAPicture, id="text"),
        pytest.param(_file(300, 200)[:900], BrokenPicture, id="truncated jpeg"),
        pytest.param(_file(300, 200, "PNG")[:500], BrokenPicture, id="truncated png"),
        pytest.param(_file(1, 1, "PNG"), PhotoTooSmall, id="one pixel"),
        pytest.param(_BOMB + _chunk(b"IDAT", zlib.compress(b"\0" * 99)), PhotoTooLarge, id="header bomb"),
    ],
)
def test_what_is_no_photo_is_refused_with_advice(data: bytes, error: type[LimnerError]) -> None:
    with pytest.raises(error) as caught:
        accept(data)
    assert caught.value.message
    assert caught.value.advice


def test_a_file_of_too_many_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIMNER_MAX_PHOTO_BYTES", "1000")
    with pytest.raises(PhotoTooLarge):
        accept(_file(300, 200))


_WHOLE = {kind: _file(96, 64, kind) for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF")}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(sorted(_WHOLE)),
    place=st.floats(0, 1, exclude_max=True),
    noise=st.binary(min_size=1, max_size=12),
    kept=st.floats(0.2, 1),
)
def test_damaged_bytes_give_a_picture_or_a_limner_error(kind: str, place: float, noise: bytes, kept: float) -> None:
    data = bytearray(_WHOLE[kind])
    start = int(place * len(data))
    data[start : start + len(noise)] = noise
    try:
        photo = accept(bytes(data[: int(kept * len(data))]))
    except LimnerError:
        return
    assert photo.image.pixels.ndim == 3
