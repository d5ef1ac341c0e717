"""In the night forest: moonlight through old trees, a fox, mushrooms, fireflies, and a lantern that warms it all."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import forest_floor, forest_near, forest_trees
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, mist, land, light = (Sheet(f"fo{part}", look) for part in ("a", "f", "m", "l", "g"))
    forest_trees.draw_air(air)
    forest_trees.draw_far(far, seed)
    forest_trees.draw_mist(mist)
    forest_trees.draw_middle(land, seed)
    forest_floor.draw_floor(land, seed)
    forest_near.draw_near(land, seed)
    forest_floor.draw_friends(land, seed)
    forest_floor.draw_light(light)
    forest_floor.draw_fireflies(light, seed)
    return (
        air.layer(finest_px=128),
        far.layer((0, 0, 1000, 980), 700),
        mist.layer((0, 380, 1000, 1220), 128),
        land.layer(finest_px=1600),
        light.layer((0, 160, 1000, 1250), 360),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    near, low = Sheet("fon", look), Sheet("fow", look)
    forest_floor.draw_nearer(near)
    forest_floor.draw_front(low, seed)
    return near.layer((40, 930, 960, 1240), 1600), low.layer((0, 1010, 1000, 1250), 2100)


_LIGHT: Final = Light(
    start=(330, 560),
    end=(800, 900),
    stops=(
        (0.0, "#2b6f86", 0.1),
        (0.25, "#ffdf9e", 0.04),
        (0.5, "#ffd584", 0.12),
        (0.85, "#ffcf7a", 0.2),
        (1.0, "#ffcf7a", 0.22),
    ),
)

_SHADOW: Final = Shadow("#123a3a", "#0f3034")

TEMPLATE: Final = Template(
    name="forest",
    title="The Lantern in the Forest",
    summary="An explorer with a lantern, a fox and fireflies in the night forest.",
    slots=(Slot(x=525, y=1132, scale=1.06, tilt_deg=3, outfit="explorer", pose="carry", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
)
