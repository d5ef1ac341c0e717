"""What grows on the ocean floor: kelp, corals of five kinds, an anemone, a starfish."""

import math

import numpy as np

from limner.catalog.scenery import Spots
from limner.engine.sheet import Sheet, mixed, tones
from limner.engine.vectors import number, open_curve


def ribbon(points: Spots, start_width: float, end_width: float) -> str:
    """Closed path data of a band along a smooth line, from one width to another, with a round end."""
    spine = np.array(points, dtype=np.float64)
    along = np.gradient(spine, axis=0)
    normals = np.stack([-along[:, 1], along[:, 0]], axis=1)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    half = np.linspace(start_width, end_width, len(spine))[:, None] / 2
    back = open_curve((spine - normals * half)[::-1])
    there = open_curve(spine + normals * half)
    end = number(max(end_width / 2, 0.5))
    return f"{there}A{end} {end} 0 0 0 {back[1 : back.index('C')]}{back[back.index('C') :]}Z"


def kelp(sheet: Sheet, x: float, y: float, height: float, sway: float, color: str) -> None:
    """A long leaf stem that waves, with a leaf on either side in turn."""
    steps = max(4, int(height / 46))
    share = np.linspace(0, 1, steps + 1)
    spine = [(x + sway * math.sin(s * 5.2) * (0.3 + s), y - height * s) for s in share.tolist()]
    leaves, n = "", number
    for i in range(1, steps):
        at_x, at_y = spine[i]
        long = 50 * (1.1 - 0.5 * i / steps)
        leaves += "".join(
            f"M{n(at_x)} {n(at_y + 6 + side * 10)}q{n(side * long * 0.4)} "
            f"{n(-long * 0.1)} {n(side * long)} {n(-long * 0.9)}"
            f"q{n(-side * long * 0.9)} {n(long * 0.1)} {n(-side * long)} {n(long * 0.6)}Z"
            for side in (-1, 1)
        )
    sheet.path(leaves, color)
    sheet.path(ribbon(spine, 10, 3), mixed(color, "#06304f", 0.2))


def branch_coral(sheet: Sheet, x: float, y: float, size: float, color: str) -> None:
    """A coral like a small bare tree with round tips."""
    ramp, n = tones(color), number
    data, tips = "", ""
    for lean, high, side in ((-52, 64, -1), (-24, 98, -1), (8, 112, 1), (38, 84, 1), (62, 50, 1)):
        dx, dy = lean * size / 100, -high * size / 100
        data += f"M{n(x)} {n(y)}Q{n(x + dx * 0.3)} {n(y + dy * 0.5)} {n(x + dx)} {n(y + dy)}"
        fork = (
            f"M{n(x + dx * 0.62)} {n(y + dy * 0.62)}q{n(side * size * 0.13)} {n(-size * 0.05)} {n(side * size * 0.15)}"
        )
        data += f"{fork} {n(-size * 0.2)}"
        tips += f"M{n(x + dx * 0.96)} {n(y + dy * 0.94)}L{n(x + dx)} {n(y + dy)}"
    sheet.inked_line(data, ramp.base, size * 0.13, 0.8)
    sheet.line(tips, ramp.light, size * 0.08)


def fan_coral(sheet: Sheet, x: float, y: float, size: float, color: str) -> None:
    """A wide fan with fine ribs."""
    ramp, n = tones(color), number
    lobes = [(-0.78, -0.34), (-0.86, -0.72), (-0.5, -1.04), (0.0, -1.14), (0.5, -1.02), (0.88, -0.7), (0.78, -0.32)]
    data = f"M{n(x - size * 0.08)} {n(y)}"
    for lx, ly in lobes:
        data += f"A{n(size * 0.3)} {n(size * 0.3)} 0 0 1 {n(x + lx * size)} {n(y + ly * size)}"
    data += f"Q{n(x + size * 0.3)} {n(y - size * 0.1)} {n(x + size * 0.08)} {n(y)}Z"
    sheet.path(data, sheet.shade(ramp, (x - size * 0.7, y - size), (x + size * 0.7, y)), ink=0.8)
    ribs = "".join(
        f"M{n(x)} {n(y)}Q{n(x + lx * size * 0.3)} {n(y + ly * size * 0.5)} {n(x + lx * size * 0.86)} "
        f"{n(y + ly * size * 0.9)}"
        for lx, ly in lobes
    )
    sheet.line(ribs, ramp.shade, size * 0.045)
    arcs = "".join(
        f"M{n(x - size * r * 0.7)} {n(y - size * r * 0.46)}Q{n(x)} {n(y - size * r * 1.36)} {n(x + size * r * 0.7)} "
        f"{n(y - size * r * 0.46)}"
        for r in (0.4, 0.62, 0.84)
    )
    sheet.line(arcs, ramp.light, size * 0.026, opacity=0.7)


def brain_coral(sheet: Sheet, x: float, y: float, size: float, color: str) -> None:
    """A round boulder with winding furrows."""
    ramp, n = tones(color), number
    data = f"M{n(x - size)} {n(y)}C{n(x - size * 1.04)} {n(y - size * 1.1)} {n(x + size * 1.04)} {n(y - size * 1.1)} "
    data += f"{n(x + size)} {n(y)}Q{n(x)} {n(y + size * 0.2)} {n(x - size)} {n(y)}Z"
    sheet.path(data, sheet.shade(ramp, (x - size * 0.7, y - size * 0.8), (x + size * 0.8, y)), ink=0.9)
    furrows = ""
    for fx, fy in ((-0.72, -0.2), (-0.44, -0.52), (-0.1, -0.26), (0.08, -0.64), (0.3, -0.34), (0.58, -0.16)):
        u = number(size * 0.11)
        furrows += f"M{n(x + fx * size)} {n(y + fy * size)}q{u} -{u} {u} 0t{u} 0t{u} {u}"
    sheet.line(furrows, ramp.shade, size * 0.06)


def tube_sponge(sheet: Sheet, x: float, y: float, size: float, color: str) -> None:
    """Three hollow tubes side by side."""
    ramp, n = tones(color), number
    for dx, wide, high in ((-0.4, 0.2, 0.74), (0.38, 0.19, 0.6), (0.0, 0.24, 1.0)):
        cx, top, w = x + dx * size, y - high * size, wide * size
        tube = f"M{n(cx - w * 0.7)} {n(y)}L{n(cx - w)} {n(top)}H{n(cx + w)}L{n(cx + w * 0.7)} {n(y)}"
        sheet.path(
            f"{tube}Q{n(cx)} {n(y + w * 0.4)} {n(cx - w * 0.7)} {n(y)}Z",
            sheet.shade(ramp, (cx - w, top), (cx + w, top + w)),
            ink=0.8,
        )
        sheet.ellipse(cx, top, w, w * 0.42, ramp.light, ink=0.7)
        sheet.ellipse(cx, top + 1, w * 0.66, w * 0.26, ramp.deep)


def anemone(sheet: Sheet, x: float, y: float, size: float, color: str) -> None:
    """A crown of soft arms with bright tips."""
    ramp, n = tones(color), number
    arms, tips = "", ""
    for i in range(9):
        angle = math.radians(-80 + 20 * i)
        tip_x, tip_y = x + size * math.sin(angle), y - size * (0.35 + 0.65 * math.cos(angle))
        bend = math.sin(angle) * size * 0.1
        arms += f"M{n(x + bend)} {n(y)}Q{n(x + bend * 5)} {n(y - size * 0.2)} {n(tip_x)} {n(tip_y)}"
        tips += f"M{n(tip_x)} {n(tip_y)}l.1 0"
    sheet.inked_line(arms, ramp.base, size * 0.16, 0.7)
    sheet.line(tips, mixed(color, "#ffffff", 0.55), size * 0.15)


def starfish(sheet: Sheet, x: float, y: float, r: float, color: str, turn_deg: float) -> None:
    """A five-armed star with dots."""
    ramp, n = tones(color), number
    parts: list[str] = []
    for k in range(5):
        a, b = math.radians(turn_deg + 72 * k), math.radians(turn_deg + 72 * k + 36)
        parts.append(f"{n(x + r * math.sin(a))} {n(y - r * 0.72 * math.cos(a))}")
        parts.append(f"{n(x + r * 0.44 * math.sin(b))} {n(y - r * 0.32 * math.cos(b))}")
    data = "M" + "L".join(parts) + "Z"
    sheet.path(
        data,
        ramp.base,
        ink=0.7,
        extra="" if sheet.look.ink else f' stroke="{ramp.base}" stroke-width="{n(r * 0.24)}" stroke-linejoin="round"',
    )
    dots = "".join(
        f"M{n(x + r * k * math.sin(a))} {n(y - r * k * 0.72 * math.cos(a))}l.1 0"
        for a in (math.radians(turn_deg + 72 * i) for i in range(5))
        for k in (0.28, 0.56)
    )
    sheet.line(dots, ramp.light, r * 0.14)
