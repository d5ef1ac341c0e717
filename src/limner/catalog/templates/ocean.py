"""On the ocean floor: shafts of sunlight, a coral garden, an octopus that says hello, and a chest of gold."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import ocean_floor, ocean_reef, ocean_water
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    water, far, haze, land, light = (Sheet(f"oc{part}", look) for part in ("w", "f", "h", "l", "g"))
    ocean_water.draw_water(water)
    ocean_water.draw_far(far, seed)
    ocean_water.draw_haze(haze)
    ocean_floor.draw_dune(land)
    ocean_reef.draw_reef(land, seed)
    ocean_floor.draw_sand(land, seed)
    ocean_water.draw_bubbles(land, seed)
    ocean_floor.draw_friends(land, seed)
    ocean_water.draw_rays(light)
    return (
        water.layer(finest_px=128),
        far.layer((0, 180, 1000, 980), 700),
        haze.layer((0, 300, 1000, 1250), 128),
        land.layer(finest_px=1600),
        light.layer(finest_px=240),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    near, front = Sheet("ocn", look), Sheet("ocr", look)
    ocean_floor.draw_nearer(near)
    ocean_reef.draw_front(front, seed)
    return near.layer((0, 900, 430, 1250), 1600), front.layer((0, 890, 1000, 1250), 2100)


_LIGHT: Final = Light(
    start=(360, 330),
    end=(760, 1080),
    stops=(
        (0.0, "#e6fff0", 0.2),
        (0.3, "#c8fff0", 0.03),
        (0.6, "#1c6fa8", 0.0),
        (1.0, "#1a5a9c", 0.24),
    ),
)

_SHADOW: Final = Shadow("#35607e", "#274c70", dx=23, opacity=0.41)

TEMPLATE: Final = Template(
    name="ocean",
    title="The Garden under the Sea",
    summary="A diver among corals, with an octopus, a turtle and a chest of gold.",
    slots=(Slot(x=520, y=1128, scale=1.05, tilt_deg=-3, outfit="diver", pose="wave", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
)
