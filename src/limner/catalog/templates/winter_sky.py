"""The sky of a winter evening: from night to the last rose light, first stars, a moon, and mountains of snow."""

import numpy as np

from limner.catalog.scenery import pick, ridge, sparkle
from limner.engine.sheet import Sheet


def draw_air(sheet: Sheet) -> None:
    """Indigo at the top, rose and apricot where the sun went down."""
    stops = [
        (0.0, "#1c2258", 1.0),
        (0.26, "#3d3f8c", 1.0),
        (0.48, "#7a62ac", 1.0),
        (0.66, "#c983ae", 1.0),
        (0.8, "#f5b39c", 1.0),
        (1.0, "#ffdcae", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 860), stops))
    sheet.glow((300, 780), 460, "#ffd9a0", 0.7)
    sheet.glow((268, 262), 240, "#b9c2ff", 0.5)
    sheet.glow((820, 260), 300, "#8a7ad0", 0.35)


def draw_stars(sheet: Sheet, seed: int) -> None:
    """The moon's sickle and the first stars."""
    rng = np.random.default_rng(700 + seed)
    for _ in range(70):
        x, y = pick(rng, 0, 1000), pick(rng, 0, 480)
        share = max(0.15, 1 - y / 520)
        sheet.circle(x, y, pick(rng, 1, 2.6), "#fff8ec", opacity=round(share * float(rng.uniform(0.5, 1)), 2))
    for x, y, r in ((352, 92, 15), (86, 340, 11), (640, 70, 12), (906, 360, 10), (180, 190, 9)):
        sparkle(sheet, x + pick(rng, -16, 16), y + pick(rng, -16, 16), r, "#fff4d8")
    sheet.open(' transform="translate(262 258) rotate(-24)"')
    sheet.path("M-6 -62A62 62 0 1 1 -44 46A50 50 0 1 0 -6 -62Z", "#fff3d0", ink=0.7)
    sheet.close()


def draw_mountains(sheet: Sheet) -> None:
    """Two rows of peaks; the snow on their left sides keeps the last light."""
    far = (
        "M-20 700L70 612L130 650L250 520L330 604L390 566L500 672L580 "
        "616L650 650L770 500L860 596L920 556L1020 640V960H-20Z"
    )
    sheet.path(far, sheet.linear((0, 500), (0, 800), [(0, "#8f84c4", 1), (1, "#cfa3c0", 1)]))
    caps = (
        "M250 520L196 580L220 574L232 600L252 578L268 604L284 580L304 586L330 604Z"
        "M770 500L706 574L732 566L746 596L768 570L786 602L806 574L836 582L860 596Z"
        "M70 612L30 652L54 646L66 662L84 642L108 648L130 650Z"
        "M920 556L884 590L904 586L920 606L938 586L968 594Z"
    )
    sheet.path(caps, "#fdeef0", opacity=0.95)
    sheet.path(
        ("M250 520L252 578L268 604L284 580L304 586L330 604ZM770 500L768 570L786 602L806 574L836 582L860 596Z"),
        "#c3b4de",
    )
    near = [(-20, 760), (90, 708), (210, 740), (340, 700), (470, 742), (620, 706), (760, 738), (890, 690), (1020, 730)]
    sheet.path(ridge(near, 960), "#a98fc4")
    trees = "".join(f"M{x} {y}l9 -34l9 34Z" for x, y in zip(range(-10, 1000, 17), _crest(), strict=False))
    sheet.path(trees, "#8a78b4")


def _crest() -> list[int]:
    return [round(742 - 22 * float(np.sin(i * 0.55)) - 10 * float(np.sin(i * 1.9))) for i in range(62)]


def draw_haze(sheet: Sheet) -> None:
    """Cold mist over the valley, warm above the roofs."""
    fade = [(0.0, "#ffe0c8", 0.0), (0.6, "#ffd8cc", 0.55), (1.0, "#d8c8ec", 0.25)]
    sheet.path("M0 640H1000V940H0Z", sheet.linear((0, 640), (0, 930), fade))
    sheet.glow((260, 850), 300, "#ffd08a", 0.5)
    sheet.glow((880, 850), 240, "#ffd0a0", 0.3)
