"""On the savannah: a low sun behind acacias, elephants on their way to the water, a giraffe, two curious meerkats."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import savannah_animals, savannah_ground, savannah_meerkats, savannah_sky, savannah_trees
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, haze, land, light = (Sheet(f"sv{part}", look) for part in ("a", "f", "h", "l", "g"))
    savannah_sky.draw_air(air)
    savannah_sky.draw_far(far, seed)
    savannah_sky.draw_haze(haze)
    savannah_ground.draw_plain(land, seed)
    savannah_trees.draw_acacia(land, seed, (904, 880), 1.0)
    savannah_animals.draw_elephant(land, (778, 862), 1.0)
    savannah_animals.draw_elephant(land, (872, 880), 0.58)
    savannah_animals.draw_giraffe(land, seed, (20, 926))
    savannah_ground.draw_near(land, seed)
    savannah_trees.draw_branch(land, seed)
    savannah_sky.draw_light(light)
    return (
        air.layer(finest_px=96),
        far.layer((0, 80, 1000, 900), 700),
        haze.layer((0, 560, 1000, 960), 96),
        land.layer(finest_px=1600),
        light.layer(finest_px=200),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    front = Sheet("svr", look)
    savannah_meerkats.draw_meerkats(front, 838, 1196)
    savannah_ground.draw_front(front, seed)
    return (front.layer((0, 940, 1000, 1250), 2100),)


_LIGHT: Final = Light(
    start=(700, 560),
    end=(260, 1010),
    stops=((0.0, "#ffd27a", 0.24), (0.3, "#ffc46a", 0.06), (0.55, "#7a3f7a", 0.0), (1.0, "#5a2f6e", 0.3)),
)

_SHADOW: Final = Shadow("#5a2a3c", "#4a2034", dx=-56, opacity=0.42)

TEMPLATE: Final = Template(
    name="savannah",
    title="Evening on the Savannah",
    summary="Sunset behind acacias, elephants on their way, a giraffe that looks over, and two curious meerkats.",
    slots=(Slot(x=455, y=1130, scale=1.05, tilt_deg=3, outfit="explorer", pose="wave", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
    paper="#fff1d6",
)
