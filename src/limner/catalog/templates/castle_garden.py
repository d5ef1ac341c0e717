"""The land before the castle: its hill, the moat with the drawbridge, the path, the meadow and the rose bushes."""

import numpy as np

from limner.catalog.scenery import foliage, leaf_marks, pick, ridge, rock, tuft
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_STONE = tones("#c9b5a4")
_PATH = tones("#f0d39a")
_PLANK = tones("#a8714a")
_PETALS = ("#d8475c", "#f08a92", "#fbd3c4", "#e8657a")


def draw_hill(sheet: Sheet, seed: int) -> None:
    """The castle's hill and the round trees behind and beside its walls."""
    rng = np.random.default_rng(610 + seed)
    for x, y, rx, ry in ((556, 650, 46, 52), (980, 636, 54, 62), (516, 690, 44, 42)):
        foliage(sheet, rng, (x, y), (rx, ry), "#5e9a6b", 12, ink=0.5)
        leaf_marks(sheet, rng, (x - 8, y - 8), (rx * 0.7, ry * 0.7), "#a9cf7c")
    hill = [(380, 810), (470, 730), (560, 676), (680, 656), (860, 654), (1020, 668)]
    sheet.path(
        ridge(hill, 1000),
        sheet.linear((440, 660), (900, 900), [(0, "#c4d97c", 1), (0.4, "#8dbb69", 1), (1, "#5f9a68", 1)]),
        ink=0.7,
    )


def draw_moat(sheet: Sheet) -> None:
    """Water around the castle's foot, its banks, and the lowered drawbridge on its chains."""
    water = (
        "M470 742C600 694 700 682 774 682C860 682 930 688 1010 702L1010 742C930 730 860 724 774 726"
        "C690 728 600 738 480 778C452 776 446 756 470 742Z"
    )
    sheet.path(
        water,
        sheet.linear((540, 690), (980, 740), [(0, "#ffe2b0", 1), (0.3, "#8cc4d8", 1), (1, "#5488b8", 1)]),
        ink=0.7,
    )
    glints = (
        "M590 722q26 -9 58 -12M620 734q20 -6 44 -8M850 702q34 2 60 7M884 716q30 2 56 8M664 700"
        "q20 -4 34 -4M940 720q20 3 40 7"
    )
    sheet.line(glints, "#fff6de", 3.4, opacity=0.8)
    for x, y, rx in ((560, 690, 34), (622, 688, 24), (664, 682, 20), (886, 682, 22), (968, 690, 34)):
        sheet.path(
            (
                f"M{x - rx} {y}a{rx * 0.5:.1f} {rx * 0.6:.1f} 0 0 1 {rx * 0.7:.1f} {-rx * 0.4:.1f}"
                f"a{rx * 0.6:.1f} {rx * 0.6:.1f} 0 0 1 {rx:.1f} {rx * 0.1:.1f}"
                f"a{rx * 0.4:.1f} {rx * 0.4:.1f} 0 0 1 {rx * 0.3:.1f} {rx * 0.3:.1f}Z"
            ),
            "#4f9361",
            ink=0.5,
        )
    bridge = "M744 666L804 666L822 746L726 746Z"
    sheet.path("M726 746L822 746L822 758L726 758Z", _PLANK.deep, ink=0.7)
    sheet.path(bridge, sheet.shade(_PLANK, (730, 690), (820, 730)), ink=0.9)
    sheet.line("M741 682H807M737 698H811M734 713H814M730 729H818", _PLANK.deep, 2.8)
    sheet.line("M742 574L728 738M806 574L820 738", "#5e4a58", 3.4)


def draw_meadow(sheet: Sheet, seed: int) -> None:
    """The path down from the bridge, the sunny meadow, rose bushes and flowers."""
    rng = np.random.default_rng(620 + seed)
    slope = [(420, 800), (560, 752), (700, 748), (860, 742), (1020, 752)]
    sheet.path(
        ridge(slope, 1100),
        sheet.linear((480, 740), (960, 980), [(0, "#b7d676", 1), (0.5, "#7fb765", 1), (1, "#559865", 1)]),
        ink=0.6,
    )
    upper = (
        "M728 748C770 772 880 784 876 820C872 860 700 858 640 900C600 930 620 960 660 990L760 990"
        "C716 960 708 938 740 916C800 880 956 866 948 812C940 772 836 764 820 748Z"
    )
    sheet.path(upper, sheet.linear((0, 746), (0, 990), [(0, "#ffeec2", 1), (1, _PATH.base, 1)]), ink=0.5)
    for x, y, size in ((958, 870, 0.7), (520, 868, 0.78)):
        _bush(sheet, rng, x, y, size)
    near = [(-20, 866), (140, 880), (330, 934), (520, 956), (760, 950), (1020, 908)]
    for x in range(-10, 1020, 34):
        at = float(np.interp(x, [p[0] for p in near], [p[1] for p in near]))
        sheet.path(tuft(rng, x, at + 12, pick(rng, 22, 40), 4), "#86b964" if x < 540 else "#639f60")
    sheet.path(
        ridge(near, 1270),
        sheet.linear((60, 880), (760, 1260), [(0, "#c3dc78", 1), (0.4, "#86bd66", 1), (1, "#3f835a", 1)]),
        ink=0.8,
    )
    trail = (
        "M650 952C690 976 704 1000 640 1034C540 1084 300 1110 190 1264L640 1264"
        "C650 1170 760 1100 790 1040C810 996 772 972 732 950Z"
    )
    sheet.path(
        trail, sheet.linear((0, 950), (0, 1260), [(0, "#fbe4b0", 1), (0.5, _PATH.base, 1), (1, "#b08c68", 1)]), ink=0.5
    )
    _details(sheet, rng)


def _details(sheet: Sheet, rng: np.random.Generator) -> None:
    for x, y, wide in (
        (700, 1000, 18),
        (640, 1066, 26),
        (560, 1124, 34),
        (500, 1196, 44),
        (340, 1214, 40),
        (600, 1216, 30),
    ):
        sheet.ellipse(x, y, wide, wide * 0.26, _PATH.shade, opacity=0.7)
        sheet.ellipse(x - 2, y - 2, wide * 0.86, wide * 0.18, _PATH.light, opacity=0.8)
    for x, y in (
        (628, 1044),
        (520, 1092),
        (390, 1128),
        (290, 1180),
        (222, 1236),
        (796, 1040),
        (752, 1106),
        (682, 1170),
        (650, 1236),
    ):
        sheet.path(tuft(rng, x, y + 8, 30, 4), "#6aa95f" if x < 450 else "#4b8f5b")
    _bush(sheet, rng, 60, 972, 1.1)
    _bush(sheet, rng, 168, 996, 0.7)
    _bush(sheet, rng, 962, 1000, 1.2)
    rock(sheet, 622, 1010, 17, _STONE)
    for _ in range(26):
        x, y = pick(rng, 30, 960), pick(rng, 1010, 1200)
        if not (230 < x < 660 or 690 < x < 930):
            _daisy(sheet, x, y, pick(rng, 4, 6.4), ("#fffbe8", "#ffe08a", "#f7b7c4")[int(rng.integers(3))])


def _daisy(sheet: Sheet, x: float, y: float, r: float, color: str) -> None:
    n = number
    sheet.line(f"M{n(x)} {n(y + r * 3.4)}q2 {n(-r)} 0 {n(-r * 3.4)}", "#4b8f5b", 2.6)
    petals = f"M{n(x)} {n(y)}" + "".join(
        f"m{n(dx * r)} {n(dy * r)}a{n(r * 0.62)} {n(r * 0.62)} 0 1 0 .1 0m{n(-dx * r)} {n(-dy * r)}"
        for dx, dy in ((0, -1.5), (0.85, -0.9), (0.5, 0.1), (-0.5, 0.1), (-0.85, -0.9))
    )
    sheet.path(petals, color)
    sheet.circle(x, y, r * 0.5, "#f2a93b")


def rose(sheet: Sheet, x: float, y: float, r: float, color: str) -> None:
    """A rose seen from the front: outer petals, the shaded cup, the rolled heart."""
    n, ramp = number, tones(color)
    outer = "".join(
        (
            f"M{n(x + dx * r)} {n(y + dy * r)}m{n(-r * 0.56)} 0a{n(r * 0.56)} {n(r * 0.56)} 0 1 0 "
            f"{n(r * 1.12)} 0a{n(r * 0.56)} {n(r * 0.56)} 0 1 0 {n(-r * 1.12)} 0Z"
        )
        for dx, dy in ((-0.5, -0.16), (0.5, -0.16), (0, -0.5), (-0.32, 0.42), (0.32, 0.42))
    )
    # Outlined as one flower: the petals' own outlines would be a tangle at this size.
    sheet.path(outer, ramp.base, ink=0.9)
    sheet.path(outer, ramp.base)
    sheet.circle(x, y, r * 0.66, ramp.shade)
    sheet.circle(x - r * 0.06, y - r * 0.1, r * 0.52, ramp.light)
    heart = (
        f"M{n(x - r * 0.36)} {n(y - r * 0.06)}q{n(r * 0.1)} {n(-r * 0.42)} {n(r * 0.46)} "
        f"{n(-r * 0.28)}q{n(r * 0.26)} {n(r * 0.26)} {n(-r * 0.06)} {n(r * 0.42)}"
        f"q{n(-r * 0.24)} {n(r * 0.06)} {n(-r * 0.22)} {n(-r * 0.2)}"
    )
    sheet.line(heart, ramp.deep, max(1.6, r * 0.13))


def _bush(sheet: Sheet, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    sheet.ellipse(x + 12 * size, y + 32 * size, 84 * size, 13 * size, "#2b5d4f", opacity=0.35)
    foliage(sheet, rng, (x, y), (72 * size, 46 * size), "#4a8c5a", 13, ink=0.6)
    foliage(sheet, rng, (x - 12 * size, y - 12 * size), (50 * size, 27 * size), "#6aa85f", 11)
    leaf_marks(sheet, rng, (x, y), (64 * size, 38 * size), "#93c46c")
    for dx, dy in ((-46, 6), (-20, -24), (14, 4), (40, -16), (-10, 26), (52, 18), (18, -34)):
        color = _PETALS[int(rng.integers(4))]
        rose(sheet, x + (dx + pick(rng, -5, 5)) * size, y + (dy + pick(rng, -4, 4)) * size, 12.5 * size, color)
