"""The body's own shapes: limbs with round joints, cuffs, feet and a neck. Outfits are built from these."""

import math

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.skeleton import Skeleton
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.sheet import Sheet, Tones
from limner.engine.vectors import number, open_curve


def bend(joints: Points, roundness: float = 0.42, steps: int = 10) -> Points:
    """A smooth line through three joints: straight bones, and a curve of `roundness` bone lengths at the middle one."""
    first, middle, last = joints
    start = middle + (first - middle) * roundness
    end = middle + (last - middle) * roundness
    t = np.linspace(0.0, 1.0, steps)[:, None]
    corner = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
    return np.vstack([first + (start - first) * [[0.0], [0.5]], corner, end + (last - end) * [[0.5], [1.0]]])


def limb(joints: Points, start_width: float, end_width: float) -> str:
    """Closed path data of a bent limb with a round shoulder and a gently rounded end."""
    spine = bend(joints)
    along = np.gradient(spine, axis=0)
    normals = np.stack([-along[:, 1], along[:, 0]], axis=1)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    share = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(spine, axis=0), axis=1))])
    half: Points = (start_width + (end_width - start_width) * share / share[-1])[:, None] / 2
    near, far = open_curve(spine + normals * half), open_curve((spine - normals * half)[::-1])
    # Both sides run on through the end caps: each curve's opening "M x y" becomes the arc's target.
    near_at, near_rest = near[1 : near.index("C")], near[near.index("C") :]
    far_at, far_rest = far[1 : far.index("C")], far[far.index("C") :]
    start, end = number(start_width / 2), number(end_width * 0.9)
    return f"M{near_at}{near_rest}A{end} {end} 0 0 0 {far_at}{far_rest}A{start} {start} 0 0 0 {near_at}Z"


def draw_limb(sheet: Sheet, joints: Points, widths: tuple[float, float], ramp: Tones) -> None:
    """A bent limb, `widths` at shoulder and wrist; its outline stays clean where the inner bend folds."""
    data = limb(joints, *widths)
    paint = sheet.shade(ramp, *across(joints, widths[0]))
    # The outline lies under the fill: inside the elbow the two sides cross, and the fill hides that.
    if sheet.look.ink is not None:
        sheet.path(data, sheet.look.ink, ink=2.3)
    else:
        # Without outlines a white sleeve would melt into a white chest: a thin shadow around it parts them.
        sheet.line(data, ramp.deep, 5.4, opacity=0.3)
    # The thin stroke of its own paint closes the speck where the sides cross.
    sheet.path(data, paint, extra=f' stroke="{paint}" stroke-width="1.6"')


def across(joints: Points, width: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Start and end of a gradient that shades a limb from its upper left to its lower right side."""
    middle = joints.mean(axis=0)
    x, y = float(middle[0]), float(middle[1])
    return (x - width * 0.5, y - width * 0.4), (x + width * 0.6, y + width * 0.5)


def band(
    sheet: Sheet, at: tuple[float, float], along: tuple[float, float], width: float, height: float, fill: str
) -> None:
    """A rounded band across a limb at a point: a cuff, a stripe, a sock's rim."""
    turn = math.degrees(math.atan2(along[1], along[0])) + 90
    box = f'x="{number(-width / 2)}" y="{number(-height / 2)}" width="{number(width)}" height="{number(height)}"'
    place = f"translate({number(at[0])} {number(at[1])}) rotate({number(turn)})"
    round_ = number(min(height / 2, width / 4))
    sheet.add(f'<rect {box} rx="{round_}" fill="{fill}"{sheet.look.stroke()} transform="{place}"/>')


def boot(sheet: Sheet, x: float, ground_y: float, side: int, ramp: Tones, sole: str) -> None:
    """A sturdy boot seen from the front and a little from its outer side."""
    sheet.open(f' transform="translate({number(x)} {number(ground_y)}) scale({side} 1)"')
    top = sheet.shade(ramp, (-30, -70), (52, 0)) if side > 0 else sheet.shade(ramp, (40, -70), (-44, 0))
    shape = "M-34 -12C-37 -40 -33 -62 -30 -70C-12 -76 14 -76 32 -70C33 -56 38 -44 50 -34C60 -25 62 -16 60 -8L-34 -8Z"
    sheet.path(shape, top, ink=1.0)
    sheet.path(
        "M-38 -14C-38 -17 -36 -18 -33 -18L56 -18C62 -18 66 -12 66 -4Q66 1 60 1L-34 1Q-38 1 -38 -4Z", sole, ink=1.0
    )
    sheet.line("M4 -54Q16 -49 29 -53M8 -42Q20 -37 34 -42", ramp.deep, 4)
    sheet.close()


def neck(sheet: Sheet, body: Skeleton, skin: SkinRamp) -> None:
    """From under the chin down between the shoulders, with the shadow the head throws."""
    half = 33 * body.build.girth
    low = half * 1.55
    shape = (
        f"M{number(-half)} -56C{number(-half)} -8 {number(-half * 1.1)} 14 {number(-low)} 40"
        f"Q0 64 {number(low)} 40C{number(half * 1.1)} 14 {number(half)} -8 {number(half)} -56Z"
    )
    sheet.path(shape, skin.base, ink=0.9)
    shadow = (
        f"M{number(-half)} -56L{number(half)} -56L{number(half)} -2C{number(half * 0.6)} 20 {number(-half * 0.8)} 18"
    )
    sheet.path(f"{shadow} {number(-half)} -10Z", skin.shadow)
