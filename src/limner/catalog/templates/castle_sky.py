"""The golden morning: sky, sun, clouds, far mountains, and the light that comes in from the left."""

import numpy as np

from limner.catalog.scenery import foliage, pick, ridge
from limner.engine.sheet import Sheet
from limner.engine.vectors import number

_SUN = (150.0, 430.0)


def draw_air(sheet: Sheet) -> None:
    """Blue above, gold at the horizon, a wide glow around the sun."""
    stops = [
        (0.0, "#5fa3d6", 1.0),
        (0.3, "#9bcbe6", 1.0),
        (0.52, "#ffe9c4", 1.0),
        (0.66, "#ffcf90", 1.0),
        (1.0, "#ffdca0", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 1000), stops))
    sheet.glow(_SUN, 560, "#fff0b8", 0.85)
    sheet.glow((640, 640), 380, "#ffd9b4", 0.5)


def draw_far(sheet: Sheet, seed: int) -> None:
    """The sun, clouds lit from below, birds, mountains and wooded hills."""
    rng = np.random.default_rng(600 + seed)
    sheet.circle(*_SUN, 62, "#fffbe2")
    for x, y, size in ((330, 120, 1.15), (905, 210, 0.9), (560, 240, 0.7), (40, 210, 0.8)):
        _cloud(sheet, x + pick(rng, -14, 14), y + pick(rng, -8, 8), size)
    for x, y, size in ((500, 150, 13), (540, 172, 9), (468, 182, 8)):
        _bird(sheet, x + pick(rng, -12, 12), y + pick(rng, -10, 10), size)
    peaks = "M-20 660L70 560L130 604L236 486L318 580L372 542L470 640L560 560L660 640L780 540L900 610L1020 550V860H-20Z"
    sheet.path(peaks, sheet.linear((0, 480), (0, 740), [(0, "#a9a2cf", 1), (1, "#f0c9b8", 1)]))
    snow = (
        "M236 486L204 521L226 520L240 538L256 516L272 528ZM780 540L750 564L772 566L786 578L802 562"
        "L816 558ZM70 560L46 587L66 584L80 592L90 575Z"
    )
    sheet.path(snow, "#fff3e4", opacity=0.85)
    slopes = (
        "M236 486L318 580L372 542L470 640L330 700L262 600ZM70 560L130 604L180 680L110 640ZM780 540"
        "L900 610L980 720L840 660Z"
    )
    sheet.path(slopes, "#8f86c0", opacity=0.35)
    hills = [(-20, 690), (120, 650), (280, 668), (430, 700), (620, 690), (1020, 700)]
    sheet.path(ridge(hills, 870), sheet.linear((0, 640), (0, 800), [(0, "#a9c3a0", 1), (1, "#d9d49a", 1)]))
    for x in range(-10, 460, 34):
        foliage(sheet, rng, (x + pick(rng, -8, 8), 690 + pick(rng, -14, 8)), (25, 22), "#8db093", 9)
    near = [(-20, 752), (150, 730), (320, 752), (520, 760), (1020, 740)]
    sheet.path(ridge(near, 900), sheet.linear((0, 730), (0, 860), [(0, "#9fc387", 1), (1, "#c9d48a", 1)]))
    for x, y in ((30, 742), (74, 736), (118, 740), (486, 762), (190, 744)):
        foliage(sheet, rng, (x, y), (30, 28), "#77a878", 10)


def _cloud(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    data = (
        "M-140 40C-168 40 -170 8 -138 6C-136 -22 -98 -28 -86 -8C-78 -44 -22 -52 -8 -20C10 -46 58 -38 58 -4"
        "C80 -18 112 -6 108 14C140 12 148 40 122 40Z"
    )
    sheet.path(data, sheet.linear((-120, 40), (60, -50), [(0, "#ffdcb4", 1), (0.5, "#fff4e2", 1), (1, "#ffffff", 1)]))
    sheet.path("M-140 40C-168 40 -170 16 -146 10C-110 34 -20 20 20 26C60 32 110 22 122 40Z", "#f5bfa6", opacity=0.5)
    sheet.close()


def _bird(sheet: Sheet, x: float, y: float, size: float) -> None:
    n, s = number, size
    sheet.line(
        (
            f"M{n(x - s)} {n(y - s * 0.4)}Q{n(x - s * 0.4)} {n(y - s * 0.5)} {n(x)} {n(y)}"
            f"Q{n(x + s * 0.4)} {n(y - s * 0.6)} {n(x + s)} {n(y - s * 0.3)}"
        ),
        "#6f6f9c",
        3,
    )


def draw_haze(sheet: Sheet) -> None:
    """Morning mist in the valley."""
    sheet.glow((120, 740), 300, "#fff0c8", 0.7)
    sheet.glow((420, 780), 280, "#ffe9c6", 0.6)
    sheet.glow((900, 760), 300, "#ffe3c4", 0.5)


def draw_light(sheet: Sheet) -> None:
    """Broad sunbeams over the valley, gold on the grass, a cool shade in the lower right."""
    for reach, wide, strength in ((1020, 150, 0.2), (760, 110, 0.16), (540, 90, 0.13)):
        fade = [
            (0.0, "#fff2be", 0.0),
            (0.2, "#fff2be", strength),
            (0.55, "#fff2be", strength * 0.6),
            (1.0, "#fff2be", 0.0),
        ]
        beam = (
            f"M150 400L{reach} {1150 - reach * 0.52:.0f}L{reach - wide} {1150 - reach * 0.52 + wide * 1.7:.0f}L140 460Z"
        )
        sheet.path(beam, sheet.linear((150, 430), (reach - wide / 2, 1180 - reach * 0.52), fade))
    sheet.glow((300, 960), 340, "#ffe49a", 0.32)
    shade = [(0.0, "#3b3170", 0.34), (1.0, "#3b3170", 0.0)]
    sheet.path("M0 1040H1000V1250H0Z", sheet.linear((560, 1270), (520, 1070), shade))
