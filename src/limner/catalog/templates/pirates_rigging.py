"""The mast with its sail, the yard, and the shrouds."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SPAR = tones("#a8683f")
_CLOTH = tones("#fbeed2")
_ROPE = "#b98a56"


def draw_shrouds(sheet: Sheet) -> None:
    """A net of ropes to climb, at the left edge."""
    feet, top = (-30, 20, 70, 120), (76.0, -30.0)
    rungs = ""
    for k in range(1, 15):
        share = 0.14 + k * 0.058
        y = top[1] + (820 - top[1]) * share
        x0, x1 = top[0] + (feet[0] - top[0]) * share, top[0] + (feet[-1] - top[0]) * share
        rungs += f"M{number(x0)} {number(y)}Q{number((x0 + x1) / 2)} {number(y + 7)} {number(x1)} {number(y)}"
    sheet.inked_line(rungs, _ROPE, 4.4, 0.5)
    sheet.inked_line("".join(f"M{number(top[0])} {number(top[1])}L{x} 820" for x in feet), _ROPE, 5.6, 0.5)


def draw_mast(sheet: Sheet) -> None:
    """The mast with its hoops, a lantern on a hook, ropes to the yard's ends."""
    sheet.ellipse(888, 1010, 88, 13, "#4a2a2e", opacity=0.4)
    sheet.path(
        "M820 1008L836 -20H884L900 1008Q860 1024 820 1008Z",
        sheet.linear((824, 0), (898, 0), [(0, "#d9945c", 1), (0.4, _SPAR.base, 1), (1, _SPAR.deep, 1)]),
        ink=1.0,
    )
    for y in (520, 700, 900):
        half = 27 + y * 0.011
        hoop = (
            f"M{number(860 - half)} {y}Q860 {y + 12} {number(860 + half)} {y}V{y + 22}"
            f"Q860 {y + 34} {number(860 - half)} {y + 22}Z"
        )
        sheet.path(hoop, "#e8b45c", ink=0.7)
        sheet.line(f"M{number(860 - half + 6)} {y + 10}q20 7 30 7", "#fff0c4", 4, opacity=0.8)
    sheet.path(
        "M800 1012Q804 984 822 980H898Q916 984 920 1012Q860 1030 800 1012Z",
        sheet.shade(_SPAR, (804, 980), (918, 1016)),
        ink=0.9,
    )
    sheet.inked_line("M884 600H928V622", "#5a3a34", 6, 0.7)
    sheet.path("M910 634Q928 612 946 634Z", "#5a3a34", ink=0.7)
    sheet.path(
        "M912 634H944L940 682H916Z", sheet.radial((928, 660), 32, [(0, "#fffbe4", 1), (1, "#ffc85c", 1)]), ink=0.9
    )
    sheet.line("M928 634V682", "#5a3a34", 3)
    sheet.path("M912 682H944V690H912Z", "#5a3a34", ink=0.6)


def draw_sail(sheet: Sheet) -> None:
    """A sail that the wind fills, patched, with a skull that laughs under a hat."""
    sheet.inked_line("M860 20L652 118M860 20L1040 118", _ROPE, 4.4, 0.5)
    cloth = "M660 132C640 220 636 320 668 420C740 468 800 462 860 452C930 446 990 454 1040 432V132Z"
    sheet.path(
        cloth,
        sheet.linear((650, 140), (1010, 440), [(0, "#fffaec", 1), (0.5, _CLOTH.base, 1), (1, "#d9bfa8", 1)]),
        ink=1.0,
    )
    sheet.line("M740 136C722 230 724 340 742 440M936 136C930 240 934 340 944 446", "#d9c09c", 4, opacity=0.8)
    sheet.path(
        "M660 132C640 220 636 320 668 420C676 426 684 430 692 434C668 320 668 220 684 132Z", "#ffffff", opacity=0.5
    )
    sheet.path("M692 366l44 -8l8 42l-42 10Z", "#e8a07c", ink=0.6)
    sheet.line(
        "M690 376l8 -3M693 392l8 -3M714 358l2 8M729 356l2 8M738 376l8 -3M742 390l8 -2M712 412l2 -8M728 408l2 -7",
        "#6b4a44",
        2.6,
    )
    _skull(sheet, 846, 300)
    sheet.inked_line("M640 128H1040", _SPAR.base, 20, 1.0)
    sheet.line("M646 122H1040", "#e0a670", 4, opacity=0.9)
    for x in (690, 760, 840, 920, 980):
        sheet.inked_line(f"M{x} 116V144", "#f0d9a8", 8, 0.6)
    sheet.inked_line("M668 420C650 560 640 700 640 780", _ROPE, 4.4, 0.5)
    sheet.path("M862 -20C900 -6 930 10 960 -4V34C930 46 896 26 862 20Z", "#2c2a3c", ink=0.8)


def _skull(sheet: Sheet, x: float, y: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-3)"')
    ink = "#3a3244"
    for turn in (-32, 32):
        sheet.open(f' transform="translate(0 34) rotate({turn})"')
        sheet.path(
            "M-92 -7H92V7H-92ZM-92 -7a10 10 0 1 0 -6 7a10 10 0 1 0 6 7M92 -7a10 10 0 1 1 6 7a10 10 0 1 1 -6 7", ink
        )
        sheet.close()
    sheet.path(
        (
            "M0 -62C-46 -62 -66 -34 -62 0C-60 18 -50 28 -38 34C-36 52 -30 62 -16 64H16"
            "C30 62 36 52 38 34C50 28 60 18 62 0C66 -34 46 -62 0 -62Z"
        ),
        _CLOTH.light,
    )
    sheet.path(
        (
            "M0 -56C-42 -56 -60 -32 -56 0C-54 16 -46 24 -33 29C-31 48 -26 56 -14 58H14"
            "C26 56 31 48 33 29C46 24 54 16 56 0C60 -32 42 -56 0 -56Z"
        ),
        ink,
    )
    for side in (-1, 1):
        sheet.ellipse(side * 24, 0, 15, 17, _CLOTH.base)
        sheet.circle(side * 24 + 3, 3, 6, ink)
    sheet.path("M0 16L-8 30H8Z", _CLOTH.base)
    sheet.line("M-20 42Q0 54 20 42", _CLOTH.base, 5)
    sheet.line("M-10 42v10M0 44v10M10 42v10", _CLOTH.base, 3.4)
    hat = (
        "M-92 -34C-70 -44 -62 -92 -20 -84C-6 -104 6 -104 20 -84C62 -92 70 -44 92 -34"
        "C60 -20 30 -30 0 -30C-30 -30 -60 -20 -92 -34Z"
    )
    sheet.path(hat, "#c8453c")
    sheet.line("M-84 -35C-56 -28 -30 -36 0 -36C30 -36 56 -28 84 -35", "#f0c060", 5)
    sheet.circle(0, -62, 10, "#f0c060")
    sheet.close()
