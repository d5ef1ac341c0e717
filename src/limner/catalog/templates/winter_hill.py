"""The hill above the village: a trodden path, great pines, a lamp, a snowman, a sled, a robin."""

import numpy as np

from limner.catalog.scenery import pick, ridge
from limner.catalog.templates.winter_things import draw_lamp, draw_robin, draw_sled, draw_snowman
from limner.catalog.templates.winter_village import draw_pine
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number


def draw_hill(sheet: Sheet, seed: int) -> None:
    """Two slopes, the path down to the village, and all that stands beside it."""
    rng = np.random.default_rng(740 + seed)
    back = [(-20, 970), (160, 944), (360, 960), (560, 984), (780, 954), (1020, 966)]
    sheet.path(ridge(back, 1270), sheet.linear((0, 944), (0, 1080), [(0, "#e9e2f6", 1), (1, "#b3b2e2", 1)]), ink=0.7)
    draw_pine(sheet, 24, 1040, 1.5, tones("#2c6272"))
    draw_pine(sheet, 986, 1022, 1.36, tones("#2c6272"))
    near = [(-20, 1044), (150, 1014), (360, 1016), (560, 1034), (780, 1012), (1020, 1040)]
    stops = [(0.0, "#fbf6fb", 1.0), (0.5, "#dcdcf4", 1.0), (1.0, "#a5abdc", 1.0)]
    sheet.path(ridge(near, 1270), sheet.linear((0, 1012), (0, 1260), stops), ink=0.9)
    _path(sheet, rng)
    sheet.open(' transform="translate(770 1096) scale(1 .26)"')
    sheet.glow((0, 0), 340, "#ffdc98", 0.85)
    sheet.close()
    draw_lamp(sheet, 876, 1050)


def draw_nearer(sheet: Sheet) -> None:
    """Snowman, sled and robin, who are nearer than the people."""
    draw_snowman(sheet, 832, 1160)
    draw_sled(sheet, 190, 1166)
    draw_robin(sheet, 318, 1204)


def _path(sheet: Sheet, rng: np.random.Generator) -> None:
    trail = (
        "M590 1032C640 1052 470 1070 424 1110C380 1150 372 1200 350 "
        "1262H668C664 1200 596 1160 590 1116C586 1080 690 1060 626 1032Z"
    )
    sheet.path(trail, sheet.linear((0, 1030), (0, 1260), [(0, "#e6dcf0", 1), (1, "#9499d0", 1)]), opacity=0.45)
    for step in range(9):
        share = step / 8
        x, y, s = 520 + 60 * np.sin(share * 2.6) * (1 - share) - 10 * share, 1044 + 196 * share, 3.4 + 7 * share
        x += s * (1.4 if step % 2 else -1.4)
        sheet.ellipse(float(x), y, s, s * 0.56, "#8088c4", opacity=0.55)
    glints = "".join(f"M{pick(rng, 10, 990)} {pick(rng, 1040, 1230)}l.1 0" for _ in range(60))
    sheet.line(glints, "#ffffff", 4, opacity=0.9)
    waves = ""
    for _ in range(9):
        x, y = pick(rng, 10, 940), pick(rng, 1070, 1220)
        if not 300 < x < 640:
            waves += f"M{number(x)} {number(y)}q34 -12 78 0"
    sheet.line(waves, "#a9acdc", 4, opacity=0.6)


def draw_light(sheet: Sheet) -> None:
    """The lamp's halo, and the blue of evening below."""
    sheet.glow((876, 540), 260, "#ffe09a", 0.7)
    shade = [(0.0, "#3c4496", 0.5), (1.0, "#3c4496", 0.0)]
    sheet.path("M0 1120H1000V1250H0Z", sheet.linear((0, 1250), (0, 1120), shade))
