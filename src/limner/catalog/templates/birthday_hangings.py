"""What hangs over the lawn: two strings of bunting and a string of paper lanterns."""

from typing import Final

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_FLAGS: Final = ("#f2778a", "#f7c14f", "#6cc3c8", "#a58be0", "#fff3df", "#8fcf86")


def _sag(x: float, ends: tuple[float, float, float, float], deep: float) -> tuple[float, float]:
    """Where a slack string is at a share `x` of its length, and how it slopes there."""
    x0, y0, x1, y1 = ends
    y = y0 + (y1 - y0) * x + deep * 4 * x * (1 - x)
    return y, ((y1 - y0) + deep * 4 * (1 - 2 * x)) / (x1 - x0)


def draw_bunting(sheet: Sheet) -> None:
    """Flags of cloth, the far string smaller than the near one."""
    _string(sheet, (-20, 180, 1020, 60), 96, 15, 0.72)
    _string(sheet, (-20, 40, 1020, 150), 110, 11, 1.06)


def _string(sheet: Sheet, ends: tuple[float, float, float, float], deep: float, count: int, size: float) -> None:
    n = number
    x0, _, x1, _ = ends
    line = "M" + "L".join(f"{n(x0 + (x1 - x0) * t)} {n(_sag(t, ends, deep)[0])}" for t in (k / 40 for k in range(41)))
    sheet.line(line, "#fff6e4", 4 * size)
    for k in range(count):
        t = (k + 0.5) / count
        y, slope = _sag(t, ends, deep)
        ramp = tones(_FLAGS[(k * 5 + count) % len(_FLAGS)])
        half, tall = 29 * size, 72 * size
        sheet.open(
            f' transform="translate({n(x0 + (x1 - x0) * t)} {n(y)}) rotate({n(slope * 50 + (-4, 3, -2, 5)[k % 4])})"'
        )
        flag = (
            f"M{n(-half)} 0H{n(half)}Q{n(half * 0.5)} {n(tall * 0.5)} {n(3 * size)} {n(tall)}"
            f"Q{n(-half * 0.6)} {n(tall * 0.5)} {n(-half)} 0Z"
        )
        sheet.path(flag, sheet.shade(ramp, (-half, 0), (half, tall)), ink=0.8)
        if k % 3 == 0:
            for dx, dy in ((-10, 14), (9, 16), (0, 34)):
                sheet.circle(dx * size, dy * size, 4.4 * size, "#ffffff", opacity=0.85)
        elif k % 3 == 1:
            sheet.line(f"M{n(-half * 0.72)} {n(20 * size)}H{n(half * 0.8)}", "#ffffff", 5 * size, opacity=0.75)
        sheet.path(f"M{n(-half)} -3H{n(half)}V6H{n(-half)}Z", ramp.deep, opacity=0.5)
        sheet.close()


def draw_lanterns(sheet: Sheet) -> None:
    """Round lanterns of pleated paper on threads of different length."""
    for x, low, r, color in (
        (86, 330, 42, "#f7a37c"),
        (212, 262, 30, "#fbd27a"),
        (716, 300, 30, "#f2909c"),
        (856, 282, 44, "#8fd0c8"),
        (926, 396, 28, "#c0a6ea"),
    ):
        ramp = tones(color)
        sheet.line(f"M{x} -20V{low - r}", "#fff6e4", 2.6, opacity=0.9)
        sheet.ellipse(
            x,
            low,
            r,
            r * 0.9,
            sheet.radial(
                (x - r * 0.2, low + r * 0.1), r * 1.2, [(0, "#fff6d8", 1), (0.5, ramp.base, 1), (1, ramp.shade, 1)]
            ),
            ink=0.8,
        )
        for bend in (-0.62, -0.22, 0.22, 0.62):
            high = r * 0.9
            sheet.line(
                f"M{x} {number(low - high)}Q{number(x + r * bend * 2)} {low} {x} {number(low + high)}",
                ramp.shade,
                2,
                opacity=0.6,
            )
        for edge in (-0.9, 0.9):
            sheet.ellipse(x, low + r * edge, r * 0.3, r * 0.1, ramp.deep, ink=0.4)
        sheet.line(
            (
                f"M{x} {number(low + r)}v{number(r * 0.5)}M{x - 4} {number(low + r)}"
                f"v{number(r * 0.36)}M{x + 4} {number(low + r)}v{number(r * 0.36)}"
            ),
            ramp.deep,
            2.6,
        )
