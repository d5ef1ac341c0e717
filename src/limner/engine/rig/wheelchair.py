"""A child's active wheelchair from the front: leaning wheels with push rims, spoke guards, casters and a footplate."""

import math
from typing import Final

from limner.engine.rig.skeleton import CAMBER, PUSH_RIM, WHEEL_TURN, Seat, Skeleton
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_FRAME: Final = tones("#ef5a4c")
_CUSHION: Final = tones("#3d4474")
_TYRE: Final = tones("#34365a")
_RIM: Final = tones("#cfd6e6")
_GUARD: Final = tones("#1fa7b8")
_SPACE: Final = "#565f8c"
_STAR: Final = "#ffd75e"
_SPOKES: Final = 14


def draw_ground_shadow(sheet: Sheet, seat: Seat) -> None:
    """What the chair keeps from the light, between and behind its wheels."""
    wide = seat.hub_x + CAMBER * seat.radius
    for share, high in ((1.06, 13.0), (0.8, 9.0)):
        sheet.ellipse(0, seat.ground_y - high, wide * share, high, "#221a45", opacity=0.26)


def draw_seat(sheet: Sheet, body: Skeleton, seat: Seat) -> None:
    """What is behind the body: a low backrest, the cushion and the tube between the wheels."""
    half, top, low = body.build.shoulder * 1.36, body.along(0.6), body.along(0.98)
    n = number
    sheet.inked_line(f"M{n(-seat.hub_x)} {n(seat.hub_y + 12)}H{n(seat.hub_x)}", _RIM.shade, 13)
    back = (
        f"M{n(-half)} {n(low)}C{n(-half * 1.05)} {n(top + 40)} {n(-half * 1.04)} {n(top)} {n(-half * 0.8)} {n(top)}"
        f"H{n(half * 0.8)}C{n(half * 1.04)} {n(top)} {n(half * 1.05)} {n(top + 40)} {n(half)} {n(low)}Z"
    )
    sheet.path(back, sheet.shade(_CUSHION, (-half, top), (half, low)), ink=1.0)
    high = seat.knee_y - low + 34
    box = f'x="{n(-half)}" y="{n(low)}" width="{n(half * 2)}" height="{n(high)}" rx="18"'
    sheet.add(f'<rect {box} fill="{_CUSHION.shade}"{sheet.look.stroke()}/>')


def draw_footplate(sheet: Sheet, seat: Seat) -> None:
    """The frame that comes down in front, and the plate the feet stand on."""
    n, edge, sole = number, seat.foot_x + 52, seat.sole_y
    knee = seat.knee_x + 46
    for side in (-1, 1):
        tube = (
            f"M{n(side * knee)} {n(seat.knee_y + 26)}"
            f"C{n(side * (knee + 2))} {n(seat.knee_y + 60)} {n(side * edge)} {n(sole - 40)} "
            f"{n(side * (edge - 6))} {n(sole)}"
        )
        sheet.inked_line(tube, _FRAME.base if side < 0 else _FRAME.shade, 12)
    box = f'x="{n(-edge)}" y="{n(sole - 9)}" width="{n(edge * 2)}" height="19" rx="9"'
    sheet.add(f'<rect {box} fill="{sheet.shade(_FRAME, (-edge, sole - 9), (edge, sole + 20))}"{sheet.look.stroke()}/>')


def draw_wheels(sheet: Sheet, seat: Seat) -> None:
    """Both big wheels with their side guards, and the casters in front of them."""
    for side in (-1, 1):
        _side_guard(sheet, seat, side)
        _wheel(sheet, seat, side)
        _caster(sheet, seat, side)


def _side_guard(sheet: Sheet, seat: Seat, side: int) -> None:
    """The panel that keeps clothes off the wheel."""
    n = number
    inner, outer = seat.knee_x + 40, seat.hub_x - seat.radius * 0.2
    top, low = seat.hub_y - seat.radius * 0.74, seat.hub_y + 8
    shape = (
        f"M{n(side * inner)} {n(low)}C{n(side * (inner - 3))} {n(low - 40)} {n(side * inner)} {n(top + 20)} "
        f"{n(side * (inner + 8))} {n(top + 8)}Q{n(side * (inner + 18))} {n(top - 8)} {n(side * outer)} {n(top + 6)}"
        f"V{n(low)}Z"
    )
    sheet.path(shape, sheet.shade(_FRAME, (side * inner - 20, top), (side * inner + 30, low)), ink=1.0)


def _wheel(sheet: Sheet, seat: Seat, side: int) -> None:
    """One wheel in its own upright frame, leaned by a shear, so that its lowest point stays its lowest point."""
    r, wide = seat.radius, seat.radius * WHEEL_TURN
    lean = number(side * CAMBER, 3)
    sheet.open(f' transform="matrix({side} 0 {lean} 1 {number(side * seat.hub_x)} {number(seat.hub_y)})"')
    tread = f"M-13 {number(-r)}H0V{number(r)}H-13A{number(wide)} {number(r)} 0 0 1 -13 {number(-r)}Z"
    sheet.path(tread, _TYRE.shade, ink=1.0)
    sheet.ellipse(0, 0, wide, r, _TYRE.base, ink=1.0)
    inner = r * 0.86
    # Through the spokes the far inside of the chair shows as one dark tone: bright ground there would look like a hole.
    sheet.ellipse(1, 0, inner * WHEEL_TURN, inner, _SPACE)
    sheet.line(_spokes(inner), _RIM.light, 2.6, opacity=0.9)
    _ring(sheet, 1, inner, _FRAME.base, 5.5)
    _spoke_guard(sheet, r * 0.55)
    _ring(sheet, 1, r * PUSH_RIM, sheet.look.ink or _TYRE.shade, 8.0)
    _ring(sheet, 3, r * PUSH_RIM, _RIM.light, 7.0)
    sheet.line(_glint(r * 0.93), _TYRE.light, 4, opacity=0.8)
    sheet.close()


def _ring(sheet: Sheet, x: float, r: float, color: str, width: float) -> None:
    """An upright hoop seen at the wheel's angle."""
    wide = r * WHEEL_TURN
    data = f"M{number(x - wide)} 0A{number(wide)} {number(r)} 0 1 1 {number(x - wide)} 0.1Z"
    sheet.line(data, color, width)


def _glint(r: float) -> str:
    """An arc along the upper outer part of a hoop of radius r."""
    n, wide = number, r * WHEEL_TURN
    return f"M{n(wide * 0.5)} {n(-r * 0.87)}A{n(wide)} {n(r)} 0 0 1 {n(wide * 0.97)} {n(-r * 0.24)}"


def _spokes(r: float) -> str:
    rays: list[str] = []
    for i in range(_SPOKES):
        angle = 2 * math.pi * (i + 0.5) / _SPOKES
        rays.append(f"M1 0L{number(1 + r * WHEEL_TURN * math.cos(angle))} {number(r * math.sin(angle))}")
    return "".join(rays)


def _spoke_guard(sheet: Sheet, r: float) -> None:
    """A coloured disc with a star: the part of a chair its owner chooses."""
    sheet.ellipse(3, 0, r * WHEEL_TURN, r, sheet.shade(_GUARD, (-r * 0.4, -r), (r * 0.4, r)), ink=0.9)
    points: list[str] = []
    for i in range(10):
        far = r * (0.76 if i % 2 == 0 else 0.4)
        angle = math.pi * (i / 5 - 0.5)
        points.append(f"{number(4 + far * WHEEL_TURN * math.cos(angle))} {number(far * math.sin(angle))}")
    sheet.path(f"M{'L'.join(points)}Z", _STAR)
    sheet.ellipse(4, 0, 3.6, 6.5, _RIM.light, ink=0.5)


def _caster(sheet: Sheet, seat: Seat, side: int) -> None:
    """A small front wheel in its fork."""
    n, r = number, seat.radius * 0.23
    x, y = seat.foot_x + 68, seat.ground_y - r
    tube = seat.foot_x + 46
    fork = f"M{n(side * tube)} {n(y - r - 8)}C{n(side * (tube + 6))} {n(y - r - 22)} {n(side * x)} {n(y - r - 20)} "
    sheet.inked_line(f"{fork}{n(side * x)} {n(y - r + 4)}V{n(y)}", _FRAME.base if side < 0 else _FRAME.shade, 9)
    sheet.ellipse(side * (x - 5), y, r * 0.6, r, _TYRE.shade, ink=0.9)
    sheet.ellipse(side * x, y, r * 0.6, r, _TYRE.base, ink=0.9)
    sheet.ellipse(side * x, y, r * 0.3, r * 0.52, _RIM.base)
    sheet.ellipse(side * x, y, 3, 4, _FRAME.base)
