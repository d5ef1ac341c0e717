"""What a diver wears and carries: fins, a mask around the neck, a lamp, a pearl in its shell."""

import math

from limner.engine.rig.skeleton import Skeleton
from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_SHELL = tones("#f4a8b4")
_LAMP = tones("#f0793f")


def draw_fin(sheet: Sheet, x: float, ground_y: float, side: int, rubber: Tones) -> None:
    """A fin from the front: the foot's pocket, and a blade that spreads outwards."""
    sheet.open(f' transform="translate({number(x)} {number(ground_y)}) scale({side} 1)"')
    lit, shaded = ((-30, -60), (70, 4)) if side > 0 else ((60, -60), (-40, 4))
    blade = "M-27 -34C-33 -20 -38 -10 -36 -3Q-30 5 -14 2Q6 9 26 3Q48 8 66 0Q78 -2 76 -9C60 -18 42 -28 28 -38Z"
    sheet.path(blade, sheet.shade(rubber, lit, shaded), ink=1.0)
    sheet.line("M-12 -24L-15 -4M6 -26Q12 -16 22 -4M20 -28Q36 -18 56 -7", rubber.shade, 5)
    pocket = "M-31 -28C-33 -46 -31 -56 -27 -64Q0 -72 27 -64C31 -54 32 -44 31 -34Q4 -14 -31 -28Z"
    sheet.path(pocket, "#2b3350", ink=1.0)
    sheet.line("M-26 -56Q0 -64 26 -56", "#6f7fa8", 4, opacity=0.8)
    sheet.close()


def draw_mask(sheet: Sheet, body: Skeleton, rubber: Tones, rim: Tones) -> None:
    """A diving mask that hangs in front of the chest."""
    sheet.open(f' transform="translate(0 {number(body.along(0.37))}) scale({number(body.build.girth * 0.98, 3)})"')
    sheet.inked_line("M-54 -4C-66 -26 -64 -44 -56 -58M54 -4C66 -26 64 -44 56 -58", rubber.base, 11)
    glass = (
        "M-58 -14C-58 -28 -48 -34 -32 -34H32C48 -34 58 -28 58 -14C58 16 46 "
        "28 26 28C12 28 8 12 0 12C-8 12 -12 28 -26 28C-46 28 -58 16 -58 -14Z"
    )
    sheet.path(glass, rim.base, ink=1.0)
    for side in (-1, 1):
        pane = (
            f"M{side * 6} -14C{side * 8} -24 {side * 16} -26 {side * 30} -26C{side * 44} -26 {side * 50} -20 "
            f"{side * 50} -10C{side * 50} 12 {side * 40} 20 {side * 27} 20C{side * 16} 20 {side * 8} 4 {side * 6} -14Z"
        )
        paint = sheet.linear((0, -26), (0, 20), [(0, "#d8fbff", 1), (0.5, "#7fd0e0", 1), (1, "#3f8fb8", 1)])
        sheet.path(pane, paint, ink=0.8)
        sheet.line(
            f"M{side * 28 - 12} 2L{side * 28 + 4} -18M{side * 28 - 2} 6L{side * 28 + 10} -9", "#ffffff", 4, opacity=0.8
        )
    sheet.close()


def draw_lamp(sheet: Sheet, x: float, y: float) -> None:
    """A round diving lamp on a handle; its light goes outwards and up."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-16)"')
    sheet.glow((52, -20), 104, "#fff3a8", 0.7)
    sheet.path("M-26 -12H16V16H-26Q-36 2 -26 -12Z", sheet.shade(_LAMP, (-20, -12), (10, 20)), ink=1.0)
    sheet.path("M10 -20L44 -40V44L10 24Z", sheet.shade(_LAMP, (10, -40), (40, 44)), ink=1.0)
    sheet.ellipse(45, 2, 15, 43, "#2b3350", ink=1.0)
    light = sheet.radial((48, 0), 38, [(0, "#ffffff", 1), (0.5, "#fff4b0", 1), (1, "#ffd763", 1)])
    sheet.ellipse(47, 2, 10.5, 36, light)
    sheet.close()


def draw_pearl(sheet: Sheet, x: float, y: float) -> None:
    """An open shell with a pearl."""
    n = number
    sheet.open(f' transform="translate({n(x)} {n(y)}) rotate(-8)"')
    fan = "M-18 12"
    for k in range(7):
        angle = math.radians(-78 + 26 * k)
        fan += f"A16 16 0 0 1 {n(56 * math.sin(angle))} {n(8 - 58 * math.cos(angle))}"
    sheet.path(f"{fan}L18 12Z", sheet.shade(_SHELL, (-40, -50), (44, 20)), ink=1.0)
    ribs = "".join(
        f"M0 8L{n(46 * math.sin(a))} {n(8 - 48 * math.cos(a))}" for a in (math.radians(-52 + 26 * k) for k in range(5))
    )
    sheet.line(ribs, _SHELL.shade, 4)
    sheet.path("M-52 6C-46 40 46 40 52 6Q0 24 -52 6Z", sheet.shade(_SHELL, (-40, 0), (44, 44)), ink=1.0)
    sheet.ellipse(0, 8, 48, 12, "#fff0e4", ink=0.7)
    sheet.circle(
        0, -4, 18, sheet.radial((-6, -12), 26, [(0, "#ffffff", 1), (0.6, "#f6ecf6", 1), (1, "#c9b8dc", 1)]), ink=0.7
    )
    sheet.circle(-6, -11, 4.5, "#ffffff")
    sheet.close()
