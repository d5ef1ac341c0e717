"""On a pirate ship: a sunny deck, a sail with a grinning skull, a wheel, an island ahead, and a parrot on the rail."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import pirates_deck, pirates_rigging, pirates_sea, pirates_things
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, land, light = (Sheet(f"pi{part}", look) for part in ("a", "f", "l", "g"))
    pirates_sea.draw_air(air)
    pirates_sea.draw_far(far, seed)
    pirates_sea.draw_island(land)
    pirates_rigging.draw_shrouds(land)
    pirates_deck.draw_rail(land)
    pirates_deck.draw_planks(land, seed)
    pirates_rigging.draw_mast(land)
    pirates_rigging.draw_sail(land)
    pirates_things.draw_wheel(land, 140, 1018)
    pirates_things.draw_parrot(land, 736, 778)
    pirates_sea.draw_light(light)
    return (
        air.layer(finest_px=96),
        far.layer((0, 0, 1000, 900), 640),
        land.layer(finest_px=1600),
        light.layer(finest_px=200),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    left, right = Sheet("pic", look), Sheet("pir", look)
    pirates_things.draw_coil(left, 142, 1184, seed)
    pirates_things.draw_barrel(right, 846, 1196)
    return left.layer((0, 1060, 440, 1250), 2100), right.layer((700, 960, 1000, 1250), 2100)


_LIGHT: Final = Light(
    start=(300, 400),
    end=(720, 1040),
    stops=((0.0, "#fff4cc", 0.2), (0.35, "#fff0c4", 0.03), (0.6, "#2a5a9c", 0.0), (1.0, "#2a4f8c", 0.26)),
)

_SHADOW: Final = Shadow("#5a3a34", "#4a2e30", dx=40, opacity=0.42)

TEMPLATE: Final = Template(
    name="pirates",
    title="On the Pirate Ship",
    summary="A sunny deck at sea, a sail with a grinning skull, a wheel, an island ahead, and a parrot on the rail.",
    slots=(Slot(x=462, y=1130, scale=1.05, tilt_deg=2, outfit="pirate", pose="wave", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
    paper="#f7e8c4",
)
