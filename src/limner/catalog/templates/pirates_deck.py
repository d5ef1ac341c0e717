"""The deck: planks that run to the bow, and the rail."""

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_WOOD = tones("#c48a56")
_RAIL = tones("#9c5a3c")


def draw_rail(sheet: Sheet) -> None:
    """Turned posts under a broad hand rail, and the low wall they stand on."""
    wall = "M-20 884C200 866 360 860 500 860C640 860 800 866 1020 884V980H-20Z"
    sheet.path(wall, sheet.linear((0, 860), (0, 960), [(0, "#8a4f38", 1), (1, "#5f3530", 1)]), ink=0.9)
    sheet.line("M-20 912C200 894 360 888 500 888C640 888 800 894 1020 912", "#e8b45c", 7)
    sheet.line("M-20 938C200 922 360 916 500 916C640 916 800 922 1020 938", "#4a2a2a", 3, opacity=0.7)
    for k in range(15):
        x = 10 + k * 70
        y = 862 + 22 * ((x - 500) / 520) ** 2
        post = (
            f"M{x - 7} {number(y)}V{number(y - 14)}"
            f"C{x - 17} {number(y - 30)} {x - 16} {number(y - 42)} {x - 6} {number(y - 54)}"
            f"V{number(y - 76)}H{x + 6}V{number(y - 54)}"
            f"C{x + 16} {number(y - 42)} {x + 17} {number(y - 30)} {x + 7} {number(y - 14)}"
            f"V{number(y)}Z"
        )
        sheet.path(post, sheet.shade(_RAIL, (x - 14, y - 40), (x + 16, y - 30)), ink=0.8)
    top = (
        "M-20 794C200 774 360 768 500 768C640 768 800 774 1020 794V818C800 798 640 792 500 792C360 792 200 798 -20 818Z"
    )
    sheet.path(
        top, sheet.linear((0, 768), (0, 816), [(0, "#d98f5c", 1), (0.5, _RAIL.base, 1), (1, _RAIL.deep, 1)]), ink=1.0
    )
    sheet.line("M-20 799C200 779 360 773 500 773C640 773 800 779 1020 799", "#f6c890", 4, opacity=0.8)


def draw_planks(sheet: Sheet, seed: int) -> None:
    """Planks with caulked seams, butts, nails, and a worn sheen."""
    rng, n = np.random.default_rng(1110 + seed), number
    floor = "M-20 968C200 950 360 944 500 944C640 944 800 950 1020 968V1270H-20Z"
    stops = [(0.0, "#efc388", 1.0), (0.35, "#d59c64", 1.0), (1.0, "#8a5646", 1.0)]
    sheet.path(floor, sheet.linear((420, 944), (480, 1270), stops), ink=0.9)
    sheet.open(sheet.clip(floor))
    lit, dark, seams, butts, nails = "", "", "", "", ""
    for k in range(-9, 10):
        far, near = 500 + k * 66, 500 + k * 138
        strip = f"M{far} 940H{far + 66}L{near + 138} 1270H{near}Z"
        tone = rng.uniform()
        if tone < 0.3:
            lit += strip
        elif tone > 0.72:
            dark += strip
        seams += f"M{far} 940L{near} 1270"
        for _ in range(2):
            share = float(rng.uniform(0.06, 0.96))
            x0, x1 = far + (near - far) * share, far + 66 + (near + 138 - far - 66) * share
            y = 944 + 326 * share
            butts += f"M{n(x0)} {n(y)}L{n(x1)} {n(y)}"
            for at in (0.22, 0.78):
                nails += f"M{n(x0 + (x1 - x0) * at)} {n(y + 9)}h.1M{n(x0 + (x1 - x0) * at)} {n(y - 9)}h.1"
    sheet.path(lit, _WOOD.light, opacity=0.5)
    sheet.path(dark, _WOOD.shade, opacity=0.5)
    sheet.line(seams, "#6b3f34", 4, opacity=0.85)
    sheet.line(butts, "#6b3f34", 3, opacity=0.85)
    sheet.line(nails, "#5a342e", 5, opacity=0.8)
    grain = "".join(
        f"M{n(x)} {n(y)}q{n((x - 500) * 0.03)} {n(14)} {n((x - 500) * 0.08)} {n(34)}"
        for x, y in ((pick(rng, 0, 1000), pick(rng, 960, 1200)) for _ in range(46))
    )
    sheet.line(grain, "#9c6848", 2.4, opacity=0.6)
    sheet.close()
    sheet.path(
        (
            "M-20 968C200 950 360 944 500 944C640 944 800 950 1020 968V990"
            "C800 968 640 962 500 962C360 962 200 968 -20 990Z"
        ),
        "#4a2a2e",
        opacity=0.4,
    )
