"""In the city of heroes: a roof at dusk, a thousand windows, a star in the searchlight, and a cat with a cape."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import city_cat, city_houses, city_roof, city_sky
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, haze, land, light = (Sheet(f"ci{part}", look) for part in ("a", "f", "h", "l", "g"))
    city_sky.draw_air(air)
    city_sky.draw_far(far, seed)
    city_houses.draw_far(far, seed)
    city_sky.draw_haze(haze)
    city_houses.draw_near(land, seed)
    city_houses.draw_tower(land, 876, 884)
    city_roof.draw_parapet(land)
    city_roof.draw_floor(land, seed)
    city_roof.draw_skylight(land, 158, 1010)
    city_sky.draw_light(light, seed)
    return (
        air.layer(finest_px=96),
        far.layer((0, 0, 1000, 960), 1000),
        haze.layer((0, 460, 1000, 960), 96),
        land.layer(finest_px=1600),
        light.layer(finest_px=220),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    front = Sheet("cir", look)
    city_roof.draw_chimney(front, 846, 1216)
    city_cat.draw_hero_cat(front, 838, 1112)
    city_roof.draw_pots(front, seed)
    return (front.layer((0, 820, 1000, 1250), 2100),)


_LIGHT: Final = Light(
    start=(700, 560),
    end=(250, 980),
    stops=((0.0, "#ff9f7a", 0.22), (0.32, "#ffb08a", 0.04), (0.6, "#3a3a9c", 0.0), (1.0, "#3a3f9c", 0.3)),
)

_SHADOW: Final = Shadow("#241c48", "#1c1640", dx=-38, opacity=0.45)

TEMPLATE: Final = Template(
    name="city",
    title="The City of Heroes",
    summary="A roof at dusk above a thousand windows, a star in the searchlight, and a cat with a cape of its own.",
    slots=(Slot(x=470, y=1130, scale=1.05, tilt_deg=-3, outfit="hero", pose="wave", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
    paper="#fbeee6",
)
