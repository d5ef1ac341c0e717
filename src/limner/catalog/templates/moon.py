"""On the moon: a landed rocket, a glass garden, the Earth above, and somebody small who says hello."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import moon_ground, moon_sky
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    sky, stars, haze, land = (Sheet(f"mo{part}", look) for part in ("s", "t", "h", "g"))
    moon_sky.draw_air(sky)
    moon_sky.draw_stars(stars, seed)
    moon_sky.draw_planets(stars)
    moon_ground.draw_far(stars)
    moon_ground.draw_haze(haze)
    moon_ground.draw_land(land, seed)
    return (
        sky.layer(finest_px=128),
        stars.layer((0, 0, 1000, 960), 1300),
        haze.layer((0, 500, 1000, 1250), 128),
        land.layer((0, 520, 1000, 1250), 1600),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    near, glow, front = (Sheet(f"mo{part}", look) for part in ("fn", "fl", "fr"))
    moon_ground.draw_nearer(near)
    moon_ground.draw_front(front, glow, seed)
    low = near.layer((740, 1000, 950, 1200), 1600)
    return low, glow.layer((0, 1000, 1000, 1250), 220), front.layer((0, 1040, 1000, 1250), 2100)


_LIGHT: Final = Light(
    start=(330, 480),
    end=(760, 1060),
    stops=((0.0, "#ffd9b0", 0.13), (0.38, "#ffd9b0", 0.0), (0.6, "#4a3a92", 0.0), (1.0, "#4a3a92", 0.3)),
)

_SHADOW: Final = Shadow("#5b3f74", "#4a3168", dx=24, opacity=0.41)

TEMPLATE: Final = Template(
    name="moon",
    title="On the Moon",
    summary="An astronaut waves beside a landed rocket, the Earth above.",
    slots=(
        Slot(x=540, y=1128, scale=1.06, tilt_deg=-3, outfit="astronaut", pose="wave", light=_LIGHT, shadow=_SHADOW),
    ),
    background=_background,
    foreground=_foreground,
)
