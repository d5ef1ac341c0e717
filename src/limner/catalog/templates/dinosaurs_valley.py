"""The cliffs of the valley with the waterfall, and its jungle."""

import numpy as np

from limner.catalog.scenery import foliage, leaf_marks, pick
from limner.engine.sheet import Sheet, tones

_CLIFF = tones("#c79a72")


def draw_cliffs(sheet: Sheet, seed: int) -> None:
    """A table mountain at the right with a waterfall, jungle at its foot and on its top."""
    rng = np.random.default_rng(910 + seed)
    wall = (
        "M560 830C580 760 596 700 604 640L622 560C640 540 660 548 690 536C720 524 740 536 770 530L860 516"
        "C900 508 940 520 1020 506V860H560Z"
    )
    sheet.path(
        wall, sheet.linear((600, 520), (980, 800), [(0, "#e6c296", 1), (0.5, "#b98f78", 1), (1, "#8f8a7c", 1)]), ink=0.7
    )
    clefts = (
        "M640 556L628 660L640 740M690 540L700 640L686 760M780 540L792 640L780 740M850 520"
        "L862 620L850 740M984 514L976 640"
    )
    sheet.line(clefts, "#8f6a5e", 5, opacity=0.55)
    sheet.line("M616 610L622 566C640 546 660 554 690 542C712 534 730 540 752 537", "#fff0c8", 5, opacity=0.7)
    for x, y, rx in ((636, 546, 34), (700, 530, 40), (770, 524, 36), (852, 508, 42), (988, 500, 44)):
        foliage(sheet, rng, (x, y), (rx, 17), "#7fae6a", 11, ink=0.4)
    fall = "M892 514C896 504 946 502 952 512C948 590 958 700 970 812L882 812C890 700 896 600 892 514Z"
    sheet.path(
        fall, sheet.linear((890, 0), (964, 0), [(0, "#f4ffff", 1), (0.5, "#c6ecf0", 1), (1, "#8fc8d8", 1)]), ink=0.5
    )
    sheet.line(
        "M906 520C908 630 904 720 898 800M924 516C926 610 928 720 930 806M940 524C940 630 948 720 954 800", "#ffffff", 4
    )
    for x, rx in ((884, 40), (926, 52), (972, 38)):
        foliage(sheet, rng, (x, 816), (rx, 22), "#f2fdf8", 11)
    for x, y, rx, ry, color in (
        (-10, 800, 90, 90, "#79b07c"),
        (90, 830, 84, 64, "#86b97a"),
        (380, 838, 70, 42, "#9cc684"),
        (560, 836, 76, 46, "#8fbf7e"),
        (650, 838, 66, 50, "#7fb377"),
        (1010, 846, 60, 50, "#6da574"),
        (840, 850, 50, 34, "#7bb078"),
    ):
        foliage(sheet, rng, (x + pick(rng, -6, 6), y), (rx, ry), color, 14, ink=0.5)
        leaf_marks(sheet, rng, (x - 6, y - 8), (rx * 0.7, ry * 0.6), "#cfe29a")
