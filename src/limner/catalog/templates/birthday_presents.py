"""A bunch of balloons and a pile of presents."""

from typing import Final

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_BALLOONS: Final = (
    (-64, -400, 52, "#6cc3c8"),
    (64, -430, 48, "#f7c14f"),
    (4, -486, 56, "#f2778a"),
    (-18, -330, 50, "#a58be0"),
    (56, -332, 40, "#f39a76"),
)
"""Middle from the knot, half width, colour."""


def draw_balloons(sheet: Sheet, x: float, y: float) -> None:
    """Five balloons whose strings meet at (x, y)."""
    n = number
    sheet.open(f' transform="translate({n(x)} {n(y)})"')
    for dx, dy, r, _ in _BALLOONS:
        sheet.line(
            f"M{dx} {n(dy + r * 1.2)}C{n(dx * 0.9)} {n(dy * 0.6)} {n(dx * 0.2 + 8)} {n(dy * 0.4)} 0 0", "#8f6a8c", 2.4
        )
    for dx, dy, r, color in _BALLOONS:
        ramp = tones(color)
        skin = (
            f"M{dx} {n(dy + r * 1.18)}"
            f"C{n(dx - r * 0.7)} {n(dy + r * 0.8)} {n(dx - r)} {n(dy + r * 0.2)} {n(dx - r)}"
            f" {n(dy - r * 0.2)}"
            f"C{n(dx - r)} {n(dy - r * 0.86)} {n(dx - r * 0.5)} {n(dy - r * 1.1)} {dx}"
            f" {n(dy - r * 1.1)}"
            f"C{n(dx + r * 0.5)} {n(dy - r * 1.1)} {n(dx + r)} {n(dy - r * 0.86)} {n(dx + r)}"
            f" {n(dy - r * 0.2)}"
            f"C{n(dx + r)} {n(dy + r * 0.2)} {n(dx + r * 0.7)} {n(dy + r * 0.8)} {dx} {n(dy + r * 1.18)}Z"
        )
        sheet.path(
            f"M{dx - 8} {n(dy + r * 1.32)}L{dx} {n(dy + r * 1.12)}L{dx + 8} {n(dy + r * 1.32)}Z", ramp.shade, ink=0.7
        )
        sheet.path(skin, sheet.shade(ramp, (dx - r, dy - r), (dx + r * 0.9, dy + r)), ink=0.9)
        sheet.ellipse(dx - r * 0.42, dy - r * 0.5, r * 0.2, r * 0.34, "#ffffff", opacity=0.75, turn_deg=28)
        sheet.line(
            (
                f"M{n(dx + r * 0.7)} {n(dy + r * 0.34)}"
                f"Q{n(dx + r * 0.5)} {n(dy + r * 0.7)} {n(dx + r * 0.2)} {n(dy + r * 0.88)}"
            ),
            ramp.light,
            4,
            opacity=0.6,
        )
    sheet.close()


def draw_presents(sheet: Sheet, x: float, y: float) -> None:
    """Three parcels, the balloons tied to the top one."""
    sheet.ellipse(x + 24, y + 2, 138, 16, "#3f5a4c", opacity=0.4)
    _parcel(sheet, (x + 84, y + 6), (86, 62), "#f7c14f", "#f2778a")
    _parcel(sheet, (x - 8, y), (136, 80), "#7f9be0", "#fff3df")
    _parcel(sheet, (x + 2, y - 88), (94, 58), "#f2778a", "#fbe08a")


def _parcel(sheet: Sheet, foot: tuple[float, float], size: tuple[float, float], color: str, ribbon: str) -> None:
    (x, low), (w, h), n, ramp = foot, size, number, tones(color)
    left, right, top = x - w / 2, x + w / 2, low - h
    sheet.path(
        f"M{n(left)} {n(low)}V{n(top)}H{n(right)}V{n(low)}Z", sheet.shade(ramp, (left, top), (right, low)), ink=1.0
    )
    for k in range(3):
        for j in range(2):
            sheet.circle(left + w * (0.14 + 0.36 * k), top + h * (0.45 + 0.34 * j), 4.6, ramp.light)
    sheet.path(f"M{n(left - 5)} {n(top - 8)}H{n(right + 5)}V{n(top + 12)}H{n(left - 5)}Z", ramp.light, ink=0.9)
    sheet.path(f"M{n(x - 8)} {n(top - 8)}H{n(x + 8)}V{n(low)}H{n(x - 8)}Z", ribbon, ink=0.4)
    sheet.path(
        f"M{n(x)} {n(top - 8)}c-8 -24 -40 -26 -36 -8c4 12 24 12 36 8c8 -24 40 -26 36 -8c-4 12 -24 12 -36 8Z",
        ribbon,
        ink=0.8,
    )
    sheet.circle(x, top - 10, 6, ribbon, ink=0.6)
