"""The two old trees that frame the forest."""

import numpy as np

from limner.catalog.scenery import foliage, leaf_marks, pick
from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_NEAR = tones("#1c4448", 0.8)


def draw_near(sheet: Sheet, seed: int) -> None:
    """Two old trees that frame the page, with roots, bark, a hollow, shelf fungi and hanging leaves."""
    rng = np.random.default_rng(430 + seed)
    left = (
        "M-30 -20L96 -20C78 160 70 380 84 600C92 780 98 930 128 1010C150 1062 "
        "196 1090 232 1112C170 1108 140 1096 112 1080C116 1120 96 1150 60 1170"
        "C62 1130 40 1110 -30 1120Z"
    )
    right = (
        "M1030 -20L900 -20C922 170 930 420 914 640C904 800 900 930 874 1010C858 "
        "1056 820 1078 782 1096C836 1096 866 1088 894 1074C892 1110 910 1140 "
        "948 1158C942 1124 966 1104 1030 1112Z"
    )
    sheet.path(left, sheet.shade(_NEAR, (118, 600), (-10, 610)), ink=1.0)
    sheet.path(right, sheet.shade(_NEAR, (884, 600), (1010, 610)), ink=1.0)
    grain = (
        "M40 60q-10 180 2 330M66 210q-8 190 2 320M20 480q10 200 4 320M56 640q8 "
        "150 20 260M92 900q10 80 34 120M60 1000q14 50 30 76M14 880q8 120 2 190"
    )
    sheet.line(grain, _NEAR.shade, 5)
    sheet.line(
        (
            "M960 80q12 190 -2 340M934 300q6 160 -4 300M984 460q-12 190 -4 330M942 "
            "700q-4 140 -20 240M906 940q-10 60 -34 90M950 980q-8 50 -22 80"
        ),
        _NEAR.shade,
        5,
    )
    # Light of the clearing along the inner edges.
    sheet.line("M90 -20C72 160 64 380 78 600C86 780 92 930 122 1010", "#8fc6ae", 6, opacity=0.28)
    sheet.line("M906 -20C928 170 936 420 920 640C910 800 906 930 880 1010", "#e6c27a", 6, opacity=0.34)
    sheet.path("M26 500C30 468 62 470 62 508C62 548 34 552 28 532C24 520 25 510 26 500Z", _NEAR.deep, ink=0.8)
    for x, y, size in ((84, 700, 1.0), (88, 742, 0.74), (916, 560, -0.9), (914, 598, -0.66)):
        _shelf(sheet, x, y, size)
    for x, long in ((118, 150), (168, 96), (892, 168), (842, 104), (60, 210), (948, 230)):
        _vine(sheet, x + pick(rng, -6, 6), 70, long, _NEAR)
    for x, y, rx, ry in ((-10, 20, 190, 120), (150, -40, 150, 86), (1000, 10, 200, 126), (850, -50, 140, 84)):
        foliage(sheet, rng, (x, y), (rx, ry), "#17414a", 15, ink=0.8)
        leaf_marks(sheet, rng, (x, y + 20), (rx * 0.85, ry * 0.7), "#2b636a")


def _shelf(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)} {number(abs(size), 2)})"')
    sheet.path("M-6 8C-4 -16 44 -18 48 4Q30 16 -6 8Z", "#d9955b", ink=0.7)
    sheet.path("M-6 8Q30 16 48 4Q28 22 -6 14Z", "#f2d9b0")
    sheet.line("M4 -2Q20 -10 38 -1", "#efb87e", 3.4)
    sheet.close()


def _vine(sheet: Sheet, x: float, y: float, long: float, ramp: Tones) -> None:
    sheet.line(f"M{number(x)} {number(y)}q7 {number(long / 2)} 0 {number(long)}", ramp.base, 3.4)
    leaves = ""
    for step in range(int(long / 19)):
        side = 1 if step % 2 else -1
        at = y + 26 + step * 17
        leaves += f"M{number(x + 2)} {number(at)}q{side * 7} -9 {side * 18} 2q{-side * 8} 8 {-side * 18} -2Z"
    sheet.path(leaves, "#3f7f72")
