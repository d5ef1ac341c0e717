"""Before the castle: a golden morning, towers with flags, roses, and a small dragon that wants to be friends."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import castle_dragon, castle_garden, castle_near, castle_sky, castle_walls
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, haze, land, light = (Sheet(f"ca{part}", look) for part in ("a", "f", "h", "l", "g"))
    castle_sky.draw_air(air)
    castle_sky.draw_far(far, seed)
    castle_sky.draw_haze(haze)
    castle_garden.draw_hill(land, seed)
    castle_walls.draw_castle(land)
    castle_garden.draw_moat(land)
    castle_garden.draw_meadow(land, seed)
    castle_near.draw_pillar(land, seed)
    castle_sky.draw_light(light)
    return (
        air.layer(finest_px=96),
        far.layer((0, 0, 1000, 960), 600),
        haze.layer((0, 400, 1000, 960), 96),
        land.layer(finest_px=1600),
        light.layer((0, 380, 1000, 1250), 220),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    near, front = Sheet("cafn", look), Sheet("cafr", look)
    castle_dragon.draw_dragon(near, 800, 1176)
    castle_near.draw_front(front, seed)
    return near.layer((600, 880, 1000, 1230), 1600), front.layer((0, 1010, 1000, 1250), 2100)


_LIGHT: Final = Light(
    start=(190, 520),
    end=(640, 1000),
    stops=((0.0, "#ffd991", 0.2), (0.34, "#ffe0a4", 0.05), (0.58, "#6a5aa8", 0.0), (1.0, "#5c4c9c", 0.3)),
)

_SHADOW: Final = Shadow("#4a3a68", "#3c2f58", dx=58, opacity=0.36)

TEMPLATE: Final = Template(
    name="castle",
    title="The Castle in the Morning",
    summary="A prince or princess with roses and a small dragon before a castle at sunrise.",
    slots=(Slot(x=385, y=1140, scale=1.06, tilt_deg=2, outfit="royal", pose="wave", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
)
