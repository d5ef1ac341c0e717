"""The goal with its net, a corner flag, the ball, and the dog in a scarf."""

import math

from limner.catalog.companions.dog import draw_dog
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_POST = tones("#f4f6fa")
_SCARF = "#d9484c"


def draw_goal(sheet: Sheet) -> None:
    """A goal behind the penalty area: posts, bar, and a net that hangs back."""
    n = number
    left, right, top, low, back = 652.0, 934.0, 724.0, 912.0, 26.0
    net = ""
    for k in range(15):
        x = left + (right - left) * k / 14
        inner = left + back * 0.8 + (right - left - back * 1.6) * k / 14
        net += f"M{n(x)} {n(top)}Q{n(inner)} {n(top + 50)} {n(inner)} {n(low - back)}"
    for k in range(1, 11):
        y = top + (low - back - top) * k / 10
        slack = 5 * math.sin(k)
        pull = back * 0.8 * min(1.0, k / 4)
        net += f"M{n(left + pull)} {n(y)}Q{n((left + right) / 2)} {n(y + 6 + slack)} {n(right - pull)} {n(y)}"
    sheet.line(net, "#f4faff", 2.4, opacity=0.75)
    for x, side in ((left, 1), (right, -1)):
        sides = "".join(
            f"M{n(x)} {n(top + k * 31)}L{n(x + side * back * 0.8)} {n(top + 12 + k * 27)}" for k in range(1, 7)
        )
        sheet.line(f"M{n(x)} {n(low)}L{n(x + side * back * 0.8)} {n(low - back)}{sides}", "#f4faff", 2.4, opacity=0.75)
    sheet.ellipse((left + right) / 2 + 14, low, 156, 7, "#1c5a48", opacity=0.4)
    sheet.inked_line(f"M{n(left)} {n(low)}V{n(top)}H{n(right)}V{n(low)}", _POST.base, 11, 1.0)
    sheet.line(
        f"M{n(left + 3.5)} {n(low - 4)}V{n(top + 3.5)}H{n(right - 4)}M{n(right + 3)} {n(top + 4)}V{n(low - 4)}",
        _POST.shade,
        3,
    )


def draw_corner_flag(sheet: Sheet, x: float, y: float) -> None:
    """A flag on a white stick."""
    sheet.ellipse(x + 14, y + 1, 26, 5, "#1c5a48", opacity=0.45)
    sheet.inked_line(f"M{number(x)} {number(y)}V{number(y - 236)}", "#f4f0e4", 7, 0.8)
    ramp = tones("#f28a3c")
    flag = (
        f"M{x + 3} {y - 236}C{x + 34} {y - 250} {x + 56} {y - 214} {x + 96} {y - 226}"
        f"C{x + 88} {y - 206} {x + 92} {y - 188} {x + 98} {y - 168}"
        f"C{x + 60} {y - 158} {x + 36} {y - 188} {x + 3} {y - 172}Z"
    )
    sheet.path(flag, sheet.shade(ramp, (x, y - 240), (x + 90, y - 170)), ink=0.9)
    sheet.line(f"M{x + 34} {y - 236}q-4 30 2 56", ramp.shade, 4, opacity=0.7)


def draw_ball(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A ball of white and dark patches; (x, y) is its middle."""
    n = number
    sheet.ellipse(x + r * 0.4, y + r * 0.94, r * 1.2, r * 0.24, "#0c2c34", opacity=0.5)
    disc = f"M{n(x - r)} {n(y)}A{n(r)} {n(r)} 0 1 1 {n(x + r)} {n(y)}A{n(r)} {n(r)} 0 1 1 {n(x - r)} {n(y)}Z"
    sheet.path(disc, sheet.shade(tones("#f6f6f2", 1.4), (x - r, y - r), (x + r * 0.9, y + r)), ink=1.0)
    sheet.open(sheet.clip(disc))
    cx, cy, seams, patches = x - r * 0.08, y - r * 0.06, "", ""
    inner = [
        (cx + r * 0.36 * math.sin(k * math.tau / 5 + 0.3), cy - r * 0.36 * math.cos(k * math.tau / 5 + 0.3))
        for k in range(5)
    ]
    patches += "M" + "L".join(f"{n(px)} {n(py)}" for px, py in inner) + "Z"
    for k in range(5):
        turn = k * math.tau / 5 + 0.3
        px, py = inner[k]
        mx, my = cx + r * 0.68 * math.sin(turn), cy - r * 0.68 * math.cos(turn)
        seams += f"M{n(px)} {n(py)}L{n(mx)} {n(my)}"
        corners = [(0.68, 0.0), (0.86, 0.28), (1.16, 0.24), (1.16, -0.24), (0.86, -0.28)]
        patches += (
            "M"
            + "L".join(
                f"{n(cx + r * far * math.sin(turn + off))} {n(cy - r * far * math.cos(turn + off))}"
                for far, off in corners
            )
            + "Z"
        )
        after = turn + math.tau / 5
        seams += (
            f"M{n(cx + r * 0.86 * math.sin(turn + 0.28))}"
            f" {n(cy - r * 0.86 * math.cos(turn + 0.28))}"
            f"L{n(cx + r * 0.86 * math.sin(after - 0.28))}"
            f" {n(cy - r * 0.86 * math.cos(after - 0.28))}"
        )
    sheet.line(seams, "#55608a", 2.6)
    sheet.path(patches, "#2c3358")
    sheet.ellipse(x + r * 0.3, y + r * 0.5, r * 0.9, r * 0.6, "#1c2a5c", opacity=0.16)
    sheet.close()
    sheet.ellipse(x - r * 0.42, y - r * 0.56, r * 0.24, r * 0.13, "#ffffff", opacity=0.9, turn_deg=-36)


def draw_player_dog(sheet: Sheet, x: float, y: float) -> None:
    """A dog with the colours of its side round its neck, sitting at (x, y)."""
    sheet.ellipse(x + 12, y + 3, 92, 13, "#0c2c34", opacity=0.5)
    draw_dog(sheet, (x, y), 1.04, coat="#8a6248", collar=_SCARF)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(1.04)"')
    tail = "M16 -86C28 -66 36 -48 34 -22L60 -26C60 -54 52 -76 38 -94Z"
    sheet.path(tail, _SCARF, ink=0.8)
    sheet.line("M30 -56L54 -62M34 -40L58 -44", "#fff6ea", 6)
    wrap = "M-42 -102Q0 -76 42 -102Q50 -86 40 -76Q0 -50 -40 -76Q-50 -86 -42 -102Z"
    sheet.path(wrap, _SCARF, ink=0.8)
    sheet.line("M-26 -91l-5 19M0 -84v20M26 -91l5 19", "#fff6ea", 6)
    sheet.close()
