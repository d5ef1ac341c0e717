"""The wash behind the figure: broad brush strokes of two pigments, blooms, runs and splatter on bare paper."""

from dataclasses import dataclass

import numpy as np

from limner.engine.arrays import F32, U8
from limner.engine.color import from_lch
from limner.engine.opencv import blur, draw_circle, fill_polygon, lab_to_rgb, resize
from limner.engine.paint.edge_aware import as_f32, smooth_step, wide_blur
from limner.engine.paint.paper import bristle_noise, cloud_noise

STROKE_ANGLE_DEG = -14.0
Palette = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
"""Main pigment, second pigment, accent: each as CIELAB lightness, chroma and hue in degrees."""
PALETTES: tuple[Palette, ...] = (
    ((75, 30, 228), (68, 32, 272), (82, 32, 192)),  # cerulean, ultramarine, turquoise
    ((78, 32, 192), (72, 30, 240), (84, 32, 140)),  # turquoise, sky, leaf
    ((78, 34, 138), (84, 40, 98), (80, 28, 190)),  # sap green, lemon, turquoise
    ((85, 44, 84), (80, 34, 52), (82, 26, 190)),  # gold, peach, turquoise
    ((72, 30, 318), (68, 32, 280), (82, 28, 10)),  # mauve, violet, rose
)


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """`density` (side, side, 3): how much light the pigment swallows, as -log of its colour; `wash` 0..1 where wet."""

    density: F32
    wash: F32


def pigment(lightness: float, chroma: float, hue_deg: float) -> F32:
    """Density (3,) of a wash of this colour, given as -log(RGB)."""
    lab = np.array([[from_lch(lightness, chroma, hue_deg)]], np.float32)
    return -np.log(np.clip(lab_to_rgb(lab)[0, 0], 0.02, 1)).astype(np.float32)


def choose_palette(figure_hue_deg: float, figure_chroma: float, seed: int) -> Palette:
    """The palette whose main hue stands out best from the figure's clothes; grey clothes leave it to the seed."""
    if figure_chroma < 9:
        return PALETTES[seed % 2]
    gaps = [abs((palette[0][2] - figure_hue_deg + 180) % 360 - 180) for palette in PALETTES]
    cool = (12.0, 12.0, 0.0, 0.0, -15.0)  # skin looks best against blue
    return PALETTES[int(np.argmax(np.round([g + c for g, c in zip(gaps, cool, strict=True)], 2)))]


def paint_backdrop(
    side_px: int, center: tuple[float, float], palette: Palette, relief: F32, keep_clear: F32, seed: int
) -> Backdrop:
    """Paint the wash around `center` (x, y as shares of the side); `relief` is the paper's height.

    Where `keep_clear` is 1 the figure stands: no colour runs down there.
    """
    clouds = [cloud_noise(side_px, cell, seed + i, 5, 0.55) for i, cell in enumerate((0.30, 0.22, 0.09))]
    edge = _wet_depth(side_px, center, seed)
    bristles = bristle_noise(side_px, STROKE_ANGLE_DEG, 0.006, 0.30, seed + 11)
    edge = np.minimum(edge, _margin(side_px))
    rough = edge + 0.020 * clouds[2] + 0.014 * clouds[1] + 0.013 * bristles * smooth_step(0.09, 0.0, edge)
    dry = 0.010 * relief * smooth_step(0.05, -0.02, edge)
    wash = smooth_step(-0.0035, 0.0035, rough - dry)
    wash = np.maximum(wash, _runs(wash, keep_clear, seed + 21))
    return Backdrop(_tint(side_px, wash, clouds, bristles, palette, relief, seed), wash)


def _wet_depth(side_px: int, center: tuple[float, float], seed: int) -> F32:
    """How deep inside the union of the strokes each pixel lies, as a share of the side; negative outside."""
    rng = np.random.default_rng(seed + 31)
    small = 256
    at = (np.arange(small, dtype=np.float32) + np.float32(0.5)) / np.float32(small)
    angle = np.deg2rad(STROKE_ANGLE_DEG)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    depth = np.full((small, small), -1, np.float32)
    rows = np.linspace(-0.30, 0.34, 6)
    for row in rows:
        length = 0.43 - 0.30 * abs(row) ** 1.4 + rng.uniform(-0.07, 0.05)
        x = at[None, :] - np.float32(center[0] + rng.uniform(-0.05, 0.05))
        y = at[:, None] - np.float32(center[1] + row + rng.uniform(-0.015, 0.015))
        along, across = x * cos + y * sin, -x * sin + y * cos
        across = across + np.float32(rng.uniform(-0.25, 0.25)) * along**2
        half = np.float32(rng.uniform(0.088, 0.108))
        ends, sides = np.float32(length) - np.abs(along), half - np.abs(across)
        np.maximum(depth, np.minimum(ends * np.float32(0.5), sides), out=depth)
    return resize(blur(depth, 3.0), side_px, side_px, "cubic")


def _margin(side_px: int) -> F32:
    """Room to the picture's border, so that bare paper frames the wash."""
    at = np.abs((np.arange(side_px, dtype=np.float32) + np.float32(0.5)) / np.float32(side_px) - np.float32(0.5))
    return (np.float32(0.462) - np.maximum(at[None, :], at[:, None])) * np.float32(1.6)


def _runs(wash: F32, keep_clear: F32, seed: int) -> F32:
    """Thin streams that ran down from the wash's lower edge and ended in a bead."""
    rng = np.random.default_rng(seed)
    side_px = wash.shape[0]
    mask = np.zeros((side_px, side_px), np.float32)
    body = wide_blur(wash, side_px / 90)
    for _ in range(9):
        column = rng.choice([rng.uniform(0.07, 0.24), rng.uniform(0.76, 0.93)])
        length, width = rng.uniform(0.03, 0.13), rng.uniform(0.0022, 0.0042)
        sway = rng.uniform(-0.004, 0.004)
        wet = np.flatnonzero(body[:, int(column * side_px)] > 0.6)
        if len(wet) == 0 or keep_clear[wet[-1], int(column * side_px)] > 0.05:
            continue
        start = float(wet[-1]) / side_px - 0.015
        _run(mask, (float(column), start), float(length), float(width), float(sway))
    return mask


def _run(mask: F32, start: tuple[float, float], length: float, width: float, sway: float) -> None:
    side = mask.shape[0]
    t = np.linspace(0, 1, 24)
    half = width * (1.1 * np.exp(-t * 7) + 0.62 + 0.75 * np.exp(-(((t - 0.95) / 0.05) ** 2)))
    half[-1] *= 0.4
    x = start[0] + sway * np.sin(t * 3)
    y = start[1] + length * t
    outline = np.vstack([np.stack([x - half, y], 1), np.stack([x + half, y], 1)[::-1]]) * side
    np.maximum(mask, fill_polygon((side, side), outline, smooth=True), out=mask)


def _tint(
    side_px: int,
    wash: F32,
    clouds: list[F32],
    bristles: F32,
    palette: Palette,
    relief: F32,
    seed: int,
) -> F32:
    """Pigment density of the wash: two hues mixing wet in wet, dark rims, blooms, granulation, splatter."""
    scale = side_px / 1024
    main, second, accent = (pigment(*lch) for lch in palette)
    rim = np.clip(wash - blur(wash, 3.2 * scale), 0, 1)
    broad = np.clip(wash - wide_blur(wash, 16 * scale), 0, 1)
    share = smooth_step(-0.9, 1.1, clouds[0] + 0.35 * clouds[2])[..., None]
    lift = smooth_step(0.5, 1.7, clouds[1])[..., None]
    colour = (main * (1 - share) + second * share) * (1 - 0.75 * lift) + accent * (0.75 * lift)
    amount = 0.74 + 0.25 * clouds[1] + 0.11 * clouds[2] + 0.05 * bristles
    amount = np.clip(amount, 0.22, 1.5) * (1 + 0.10 * relief)
    amount = amount * _blooms(side_px, clouds[2], seed + 41) + 1.1 * rim + 0.55 * broad
    drops = _splatter(side_px, wash, seed + 51)
    return as_f32(colour * (amount * wash + 0.85 * drops)[..., None])


def _blooms(side_px: int, rough: F32, seed: int) -> F32:
    """Backruns: water pushed pigment outwards, leaving a lighter pool with a dark, jagged rim. A factor about 1."""
    rng = np.random.default_rng(seed)
    at = (np.arange(side_px, dtype=np.float32) + np.float32(0.5)) / np.float32(side_px)
    factor = np.ones((side_px, side_px), np.float32)
    for _ in range(4):
        x, y = rng.choice([rng.uniform(0.08, 0.26), rng.uniform(0.74, 0.92)]), rng.uniform(0.12, 0.62)
        radius = np.float32(rng.uniform(0.045, 0.10))
        away = np.hypot(at[None, :] - np.float32(x), at[:, None] - np.float32(y)) / radius + np.float32(0.16) * rough
        inner = smooth_step(1.0, 0.35, away)
        ring = np.exp(-(((away - 1) / np.float32(0.055)) ** 2)) + smooth_step(1.35, 1.0, away) * (away > 1)
        factor *= 1 - np.float32(0.42) * inner + np.float32(0.20) * ring
    return factor


def _splatter(side_px: int, wash: F32, seed: int) -> F32:
    """Drops flicked off the brush, mostly near the edge of the wash: few large, many small, rims darker."""
    rng = np.random.default_rng(seed)
    dots: U8 = np.zeros((side_px, side_px), np.uint8)
    for _ in range(70):
        turn, reach = rng.uniform(0, 2 * np.pi), 0.36 + 0.17 * rng.random()
        x, y = 0.5 + reach * np.cos(turn), 0.44 + reach * np.sin(turn)
        radius = (0.0008 + 0.0062 * rng.random() ** 5) * side_px
        draw_circle(dots, (x * side_px, y * side_px), max(radius, 0.6), float(rng.uniform(90, 235)))
    drops = dots.astype(np.float32) / np.float32(255)
    return as_f32(drops * np.float32(0.75) + np.clip(drops - blur(drops, 2.0 * side_px / 1024), 0, 1) * (1 - wash))
