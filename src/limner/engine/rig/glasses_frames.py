"""The spectacle frames: the outline of each one's lenses, and what its rim is made of."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.strands import evenly, through
from limner.engine.traits import GlassesFrame


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame; lengths in eye widths where not said otherwise.

    Attributes:
        width, height: Half width and half height of a lens.
        lens: (n, 2) closed outline within ±1, x outward, y down.
        rim: Width of the rim in rig units.
        build: "full" rim, "top" rim with a thread below, or "none" with only the polished edge of the glass.
        metal: Thin wire on nose pads; never as dark as acetate.
        hinge: Height of the arm and bridge on the lens, -1 top .. 1 bottom.
        dark: Lenses of sunglasses.
        double_bridge: A second, straight bar above the bridge.
    """

    width: float
    height: float
    lens: Points
    rim: float
    build: Literal["full", "top", "none"] = "full"
    metal: bool = False
    hinge: float = -0.32
    dark: bool = False
    double_bridge: bool = False


def _super(squareness: float, narrow_below: float = 0.05) -> Points:
    """A disc (squareness 2) to a soft box (4 and more), a little narrower below."""
    angle = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    across = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** (2 / squareness)
    down = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** (2 / squareness)
    return np.stack([across * (1 - narrow_below * down), down], axis=1)


def _through(*knots: tuple[float, float]) -> Points:
    """A smooth closed outline through knots, evenly sampled."""
    loop = np.array([*knots[-2:], *knots, *knots[:2]])
    smooth = through(loop, 16 * (len(loop) - 1) + 1)[16 * 2 : -16 - 1]
    return evenly(np.vstack([smooth, smooth[:1]]), 65)[:-1]


_CAT: Final = _through(
    (-0.98, -0.16), (-0.80, -0.64), (-0.30, -0.80), (0.34, -0.92), (1.02, -1.16), (1.22, -1.14), (1.08, -0.44),
    (0.82, 0.36), (0.34, 0.86), (-0.26, 0.92), (-0.76, 0.54),
)  # fmt: skip
_AVIATOR: Final = _through(
    (-0.88, -0.66), (-0.40, -0.90), (0.30, -0.92), (0.88, -0.74), (1.06, -0.24), (0.90, 0.46), (0.42, 0.98),
    (-0.14, 1.00), (-0.62, 0.52), (-0.88, -0.06),
)  # fmt: skip
_WAYFARER: Final = _through(
    (-0.96, -0.50), (-0.78, -0.84), (0.0, -0.90), (0.80, -0.98), (1.16, -0.86), (1.10, -0.34), (0.92, 0.40),
    (0.56, 0.88), (-0.10, 0.94), (-0.66, 0.70), (-0.90, 0.16),
)  # fmt: skip

FRAMES: Final[dict[GlassesFrame, Frame]] = {
    "round": Frame(0.68, 0.68, _super(2.0, 0.0), 4.2, hinge=-0.16),
    "rectangle": Frame(0.78, 0.46, _super(4.6), 5.0, hinge=-0.45),
    "thin": Frame(0.70, 0.56, _super(2.5), 2.0, metal=True),
    "rimless": Frame(0.72, 0.52, _super(3.2), 2.2, build="none", metal=True, hinge=-0.25),
    "half-rim": Frame(0.76, 0.50, _super(3.4, 0.12), 5.6, build="top", hinge=-0.55),
    "cat-eye": Frame(0.68, 0.54, _CAT, 5.6, hinge=-0.74),
    "aviator": Frame(0.76, 0.70, _AVIATOR, 2.4, metal=True, hinge=-0.62, double_bridge=True),
    "thick": Frame(0.74, 0.62, _super(3.0), 9.6, hinge=-0.42),
    "sunglasses": Frame(0.76, 0.64, _WAYFARER, 6.4, hinge=-0.66, dark=True),
}
"""Every frame but "none"."""
