"""The watercolor finish of a page: wandering edges, pooled pigment, blooms, grain of the paper, a painted border."""

import numpy as np

from limner.engine.arrays import F32, U8
from limner.engine.opencv import bilateral, blur, remap, resize
from limner.engine.paint.noise import field

WORK_PX = 1500
"""Washes hold no finer detail than this width; wider pages are painted here and enlarged."""
_SHARP_PX = 900
_SMALL_PX = 700
_PAPER = (0.985, 0.968, 0.935)


def work_px(width_px: int) -> int:
    """Width at which to paint a page `width_px` wide: washes lose nothing by being enlarged a fifth."""
    return min(width_px, WORK_PX, max(_SHARP_PX, width_px * 5 // 6))


def watercolor(rgb: U8, width_px: int, seed: int = 1) -> U8:
    """Paint (height, width, 3) sRGB anew as `width_px` wide watercolor; pass at most `WORK_PX` columns."""
    height, width = rgb.shape[:2]
    washes = _wander(_flatten(rgb), seed)
    pigment = _pigment(washes, seed)
    painted = _glaze(washes, pigment, seed)
    wide = round(height * width_px / width)
    return painted if width_px == width else resize(painted, width_px, wide, "cubic")


def _flatten(rgb: U8) -> U8:
    """Fine shading runs together into washes; outlines and eyes stay."""
    height, width = rgb.shape[:2]
    small_width = min(_SMALL_PX, width)
    small = resize(rgb, small_width, round(height * small_width / width), "area")
    calm = resize(bilateral(small, 7, 22, 5), width, height)
    return ((rgb.astype(np.uint16) * 5 + calm.astype(np.uint16) * 3) >> 3).astype(np.uint8)


def _wander(rgb: U8, seed: int) -> U8:
    """Move edges by up to two page units, as a hand and wet paper do."""
    height, width = rgb.shape[:2]
    unit = width / 1000
    shape = (height // 2, width // 2)
    shifts: list[F32] = []
    for axis in (0, 1):
        shift: F32 = field(shape, 0.05, seed + axis, 2) * np.float32(unit * 0.95)
        shift += field(shape, 0.012, seed + 5 + axis, 2) * np.float32(unit * 0.42)
        shifts.append(resize(shift, width, height))
    x = np.arange(width, dtype=np.float32)[None, :] + shifts[0]
    y = np.arange(height, dtype=np.float32)[:, None] + shifts[1]
    return remap(rgb, x, y, "linear", "reflect")


def _pigment(rgb: U8, seed: int) -> F32:
    """How much more or less pigment lies at each place, (height, width), about -0.4..0.9."""
    height, width = rgb.shape[:2]
    work = min(1000, width)
    shape = (round(height * work / width), work)
    light = resize(rgb, work, shape[0], "area").astype(np.float32).mean(axis=2) / np.float32(255)
    unit = work / 1000
    # A wash dries darker along its rim: where the surroundings are lighter than the place itself.
    rim = np.clip(blur(light, 2.6 * unit) - light, 0, 0.22) * 3.4 + np.clip(blur(light, 9 * unit) - light, 0, 0.3) * 0.9
    slow = field((shape[0] // 4, work // 4), 0.22, seed + 11, 4)
    bloom = (
        np.exp(-(((slow - 0.75) / 0.12) ** 2)) * 0.16
        - (slow > 0.75) * 0.1
        - np.exp(-(((slow + 0.9) / 0.1) ** 2)) * 0.08
    )
    bloom = resize((bloom + slow * 0.1).astype(np.float32), work, shape[0])
    grain = field(shape, 0.0034, seed + 12, 2)
    settled = grain * (0.03 + 0.045 * np.clip(0.85 - light, 0, 1))
    return resize((rim + bloom + settled).astype(np.float32), width, height)


def _glaze(rgb: U8, pigment: F32, seed: int) -> U8:
    """Lay the pigment on white paper, within a border whose edge the brush drew."""
    height, width = rgb.shape[:2]
    value = np.maximum(np.arange(256, dtype=np.float32), 9) / 255
    thin = value ** np.float32(0.76)
    # d/dg of v**g, so that more or less pigment is one multiplication instead of a power for each pixel.
    slope = (thin * np.log(thin)).astype(np.float32)
    cover, edge = _border(height, width, seed)
    pigment = np.clip(pigment + edge, -0.5, 1.2)
    warm = resize(field((height // 8, width // 8), 0.35, seed + 15, 2), width, height) * np.float32(0.035)
    grain = np.float32(1) + field((height, width), 0.0022, seed + 13, 2) * np.float32(0.012)
    result: U8 = np.empty_like(rgb)
    for channel, (paper, tint) in enumerate(zip(_PAPER, (1.0, 0.1, -1.0), strict=True)):
        plane = rgb[:, :, channel]
        paint = slope[plane]
        paint *= pigment - warm * np.float32(tint)
        paint += thin[plane]
        paint -= 1
        paint *= cover
        paint += 1
        paint *= grain * np.float32(paper * 255)
        result[:, :, channel] = np.clip(paint, 0, 255).astype(np.uint8)
    return result


def _border(height: int, width: int, seed: int) -> tuple[F32, F32]:
    """How far paint covers the paper (0..1), and the extra pigment along that edge."""
    work = min(1000, width)
    rows = round(height * work / width)
    x = np.arange(work, dtype=np.float32) * np.float32(1000 / work)
    y = np.arange(rows, dtype=np.float32) * np.float32(1000 / work)
    inset = np.minimum(np.minimum(x, x[::-1])[None, :], np.minimum(y, y[::-1])[:, None])
    shape = (rows, work)
    inset = (
        inset + field(shape, 0.12, seed + 21, 3) * np.float32(3.6) + field(shape, 0.008, seed + 22, 2) * np.float32(0.9)
    )
    cover = np.clip((inset - 30) / 3.2, 0, 1).astype(np.float32)
    edge = (np.exp(-(((inset - 34.5) / 3.6) ** 2)) * 0.5).astype(np.float32)
    return resize(cover, width, height), resize(edge, width, height)
