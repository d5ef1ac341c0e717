"""A village in the snow at dusk: warm windows, pines, a snowman under a lamp, a sled, and snow that falls."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import winter_hill, winter_sky, winter_snow, winter_village
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, haze, land, light = (Sheet(f"wi{part}", look) for part in ("a", "f", "h", "l", "g"))
    winter_sky.draw_air(air)
    winter_sky.draw_stars(far, seed)
    winter_sky.draw_mountains(far)
    winter_snow.draw_flakes(far, seed + 1, 0, 600)
    winter_sky.draw_haze(haze)
    winter_village.draw_village(land, seed)
    winter_hill.draw_hill(land, seed)
    winter_hill.draw_light(light)
    winter_snow.draw_soft_flakes(light, seed)
    winter_snow.draw_flakes(land, seed, 540, 1180)
    return (
        air.layer(finest_px=128),
        far.layer((0, 0, 1000, 900), 800),
        haze.layer((0, 480, 1000, 1100), 128),
        land.layer((0, 500, 1000, 1250), 1600),
        light.layer(finest_px=240),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    near, boughs, drifts = (Sheet(f"wi{part}", look) for part in ("n", "b", "d"))
    winter_hill.draw_nearer(near)
    winter_snow.draw_boughs(boughs, seed)
    winter_snow.draw_drifts(drifts, seed)
    low = near.layer((0, 810, 980, 1240), 1600)
    return low, boughs.layer((0, 0, 1000, 200), 2100), drifts.layer((0, 1080, 1000, 1250), 2100)


_LIGHT: Final = Light(
    start=(330, 560),
    end=(780, 760),
    stops=(
        (0.0, "#6a6ad0", 0.15),
        (0.3, "#8a86e0", 0.0),
        (0.5, "#ffdca0", 0.04),
        (1.0, "#ffce80", 0.24),
    ),
)

_SHADOW: Final = Shadow("#5a5fa8", "#4a4f98", dx=3, opacity=0.35)

TEMPLATE: Final = Template(
    name="winter",
    title="The Evening of the First Snow",
    summary="Somebody in a warm coat with a star lantern, a snowman, and a village with lit windows.",
    slots=(
        Slot(x=505, y=1132, scale=1.05, tilt_deg=3, outfit="winter-coat", pose="carry", light=_LIGHT, shadow=_SHADOW),
    ),
    background=_background,
    foreground=_foreground,
)
