"""Legs of somebody who sits, from the front: thighs towards the viewer, shins down to the footplate."""

from collections.abc import Callable

from limner.engine.rig.body import boot
from limner.engine.rig.skeleton import Seat
from limner.engine.rig.wheelchair import draw_footplate, draw_wheels
from limner.engine.sheet import Sheet, Tones
from limner.engine.vectors import number

_BOOT_HEIGHT = 70.0


def draw_in_wheelchair(sheet: Sheet, seat: Seat, draw_leg: Callable[[int], None]) -> None:
    """What lies over the torso of who sits: footplate, both legs (`draw_leg` takes the side), wheels."""
    draw_footplate(sheet, seat)
    draw_leg(-1)
    draw_leg(1)
    draw_wheels(sheet, seat)


def boot_scale(seat: Seat) -> float:
    """How large boots are, so that some shin shows between knee and boot."""
    return max(0.76, min(1.12, (seat.sole_y - seat.knee_y) / 142))


def boot_top(seat: Seat) -> float:
    """Height of a boot's shaft."""
    return seat.sole_y - _BOOT_HEIGHT * boot_scale(seat)


def seated_boot(sheet: Sheet, seat: Seat, side: int, ramp: Tones, sole: str) -> None:
    """A boot on the footplate."""
    size = number(boot_scale(seat), 3)
    sheet.open(f' transform="translate({number(side * seat.foot_x)} {number(seat.sole_y)}) scale({size})"')
    boot(sheet, 0, 0, side, ramp, sole)
    sheet.close()


def draw_thigh(sheet: Sheet, data: str, cloth: Tones, lit: tuple[float, float], shaded: tuple[float, float]) -> None:
    """A thigh's shape; without outlines a thin shadow parts it from the torso behind."""
    if sheet.look.ink is None:
        sheet.line(data, cloth.deep, 5.4, opacity=0.32)
    sheet.path(data, sheet.shade(cloth, lit, shaded), ink=1.0)


def shin(seat: Seat, side: int, top_width: float, low_width: float) -> str:
    """Closed path data from the knee down into the boot."""
    n, low = number, boot_top(seat) + 14
    knee_x, foot_x, knee = side * seat.knee_x, side * seat.foot_x, seat.knee_y
    half, thin = top_width / 2, low_width / 2
    bend = knee + (low - knee) * 0.55
    return (
        f"M{n(knee_x - half)} {n(knee)}C{n(knee_x - half)} {n(bend)} {n(foot_x - thin)} {n(bend)} "
        f"{n(foot_x - thin)} {n(low)}H{n(foot_x + thin)}"
        f"C{n(foot_x + thin)} {n(bend)} {n(knee_x + half)} {n(bend)} {n(knee_x + half)} {n(knee)}"
        f"A{n(half)} {n(half)} 0 0 0 {n(knee_x - half)} {n(knee)}Z"
    )


def thigh(seat: Seat, side: int, hip_y: float, width: float, drop: float) -> str:
    """Closed path data of a foreshortened thigh; its round end, the knee, reaches `drop` below the knee's middle."""
    n, half = number, width / 2
    x, knee = side * seat.knee_x, seat.knee_y
    top, inner = hip_y - 12, side * seat.knee_x * 0.92
    return (
        f"M{n(inner - half * 0.8)} {n(top + 14)}Q{n(inner - half * 0.6)} {n(top)} {n(inner)} {n(top)}"
        f"Q{n(inner + half * 0.6)} {n(top)} {n(inner + half * 0.8)} {n(top + 14)}"
        f"C{n(x + half * 0.98)} {n(knee - 14)} {n(x + half * 1.06)} {n(knee + drop)} {n(x)} {n(knee + drop)}"
        f"C{n(x - half * 1.06)} {n(knee + drop)} {n(x - half * 0.98)} {n(knee - 14)} "
        f"{n(inner - half * 0.8)} {n(top + 14)}Z"
    )
