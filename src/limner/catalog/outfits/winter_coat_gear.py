"""What goes with a winter coat: mittens, a striped scarf, a lantern like a star, a present."""

import math

from limner.engine.rig.pose import HandKind
from limner.engine.rig.skeleton import Skeleton
from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_OPEN = (
    "M-20 6C-26 -16 -29 -36 -24 -54C-19 -72 -4 -76 4 -74C20 -72 27 -58 26 -42C26 -36 "
    "25 -30 23 -24C30 -32 38 -42 44 -38C52 -33 46 -18 36 -6C30 2 24 6 20 8Q0 14 -20 6Z"
)
_MITTENS: dict[HandKind, str] = {
    "open": _OPEN,
    "relaxed": _OPEN,
    "grip": "M-24 -6C-30 -28 -18 -42 0 -43C19 -43 30 -30 27 -8C26 10 14 17 0 17C-14 17 -22 10 -24 -6Z",
    "hug": "M16 -24C2 -30 -22 -26 -33 -16C-42 -6 -40 12 -28 20C-14 28 10 28 22 20C30 8 28 -14 16 -24Z",
    "rim": "M-20 -14C-27 0 -28 20 -23 32C-14 42 14 42 23 32C34 30 32 14 24 8C25 0 23 -8 20 -14Q0 -20 -20 -14Z",
}
_GOLD = tones("#ffd166")
_PAPER = tones("#3f78bd")


def draw_mitten(sheet: Sheet, kind: HandKind, at: tuple[float, float], turn_deg: float, side: int, wool: Tones) -> None:
    """A mitten where `draw_hand` would draw a hand."""
    place = f"translate({number(at[0])} {number(at[1])}) rotate({number(side * turn_deg)}) scale({-side} 1)"
    sheet.open(f' transform="{place}"')
    sheet.path(_MITTENS[kind], sheet.shade(wool, (20, -50), (-24, 20)), ink=1.0)
    if kind in ("open", "relaxed"):
        sheet.path("M-2 -26c-8 -12 -22 0 0 16c22 -16 8 -28 0 -16Z", "#f8e6c0")
        sheet.line("M22 -24Q17 -14 18 -8", wool.deep, 3, opacity=0.7)
    elif kind != "hug":
        sheet.line("M-12 -22Q-2 -32 10 -24", wool.deep, 3, opacity=0.7)
    else:
        sheet.line("M-14 -14Q0 -20 14 -12", wool.deep, 3, opacity=0.7)
    sheet.close()


def draw_wool_scarf(sheet: Sheet, body: Skeleton, wool: Tones, stripe: str) -> None:
    """A thick scarf wound around the neck, its striped end over the chest."""
    n, wide, y = number, 66 * body.build.girth, body.along(0.14)
    low = y + 128
    tail = (
        f"M10 {n(y + 10)}C2 {n(y + 50)} 6 {n(y + 90)} 12 {n(low)}L58 {n(low - 6)}"
        f"C60 {n(y + 84)} 56 {n(y + 40)} 46 {n(y + 6)}Z"
    )
    sheet.path(tail, sheet.shade(wool, (0, y), (60, low)), ink=1.0)
    sheet.open(sheet.clip(tail))
    for drop in (58, 84, 110):
        sheet.line(f"M0 {n(y + drop + 2)}Q30 {n(y + drop + 6)} 66 {n(y + drop - 6)}", stripe, 9)
    sheet.close()
    fringe = "".join(f"M{x} {n(low - (x - 12) * 0.13)}l1 15" for x in (15, 25, 35, 45, 55))
    sheet.line(fringe, wool.base, 5.5)
    loop = (
        f"M{n(-wide)} {n(y - 20)}C{n(-wide * 0.7)} {n(y - 42)} {n(-wide * 0.3)} {n(y - 10)} 0 {n(y - 4)}"
        f"C{n(wide * 0.3)} {n(y - 10)} {n(wide * 0.7)} {n(y - 42)} {n(wide)} {n(y - 20)}"
        f"C{n(wide * 1.2)} {n(y + 26)} {n(wide * 0.5)} {n(y + 44)} 0 {n(y + 44)}"
        f"C{n(-wide * 0.5)} {n(y + 44)} {n(-wide * 1.2)} {n(y + 26)} {n(-wide)} {n(y - 20)}Z"
    )
    sheet.path(loop, sheet.shade(wool, (-wide, y - 20), (wide, y + 44)), ink=1.0)
    sheet.open(sheet.clip(loop))
    for dx in (-50, -18, 18, 50):
        x = dx * body.build.girth
        sheet.line(f"M{n(x * 0.86)} {n(y - 40)}Q{n(x * 1.1)} {n(y)} {n(x)} {n(y + 54)}", stripe, 8)
    sheet.line(f"M{n(-wide)} {n(y)}Q0 {n(y + 32)} {n(wide)} {n(y)}", wool.deep, 3.4, opacity=0.7)
    sheet.close()


def draw_star(sheet: Sheet, x: float, y: float) -> None:
    """A paper star on a stick, lit from within; the hand holds the stick at (x, y)."""
    n = number
    cx, cy = x + 12, y - 108
    sheet.glow((cx, cy), 116, "#ffd98a", 0.85)
    sheet.inked_line(f"M{n(x - 4)} {n(y + 40)}L{n(cx)} {n(cy + 30)}", "#8a5a3c", 8, 0.8)
    rays = [
        (cx + r * math.sin(a), cy - r * math.cos(a))
        for r, a in ((64 if k % 2 == 0 else 29, k * math.pi / 5) for k in range(10))
    ]
    paint = sheet.radial((cx, cy), 66, [(0, "#fffdf0", 1), (0.45, "#ffeaa0", 1), (1, "#ffb648", 1)])
    outline = "M" + "L".join(f"{n(px)} {n(py)}" for px, py in rays) + "Z"
    soft = "" if sheet.look.ink else ' stroke="#ffc158" stroke-width="5" stroke-linejoin="round"'
    sheet.path(outline, paint, ink=1.0, extra=soft)
    for k in range(0, 10, 2):
        facet = f"M{n(cx)} {n(cy)}L{n(rays[k][0])} {n(rays[k][1])}L{n(rays[k + 1][0])} {n(rays[k + 1][1])}Z"
        sheet.path(facet, _GOLD.shade, opacity=0.5)


def draw_present(sheet: Sheet, x: float, y: float) -> None:
    """A wrapped present held before the belly."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-6)"')
    sheet.path("M-52 -34H52V44H-52Z", sheet.shade(_PAPER, (-50, -30), (54, 44)), ink=1.0)
    for dx, dy in ((-34, -4), (-30, 28), (34, -2), (30, 28)):
        sheet.circle(dx, dy, 5, "#bcd9f5")
    sheet.path("M-58 -44H58V-20H-58Z", _PAPER.light, ink=0.9)
    sheet.path("M-10 -44H10V44H-10Z", _GOLD.base, ink=0.5)
    bow = "M0 -44c-10 -30 -48 -30 -42 -10c4 16 26 13 42 10c10 -30 48 -30 42 -10c-4 16 -26 13 -42 10Z"
    sheet.path(bow, _GOLD.base, ink=0.9)
    sheet.circle(0, -46, 8, _GOLD.shade, ink=0.6)
    sheet.close()
