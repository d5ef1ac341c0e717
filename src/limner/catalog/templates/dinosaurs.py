"""In the valley of the dinosaurs: a warm morning, a waterfall, a long neck over the ferns, a hatchling."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import (
    dinosaurs_giants,
    dinosaurs_ground,
    dinosaurs_hatchlings,
    dinosaurs_plants,
    dinosaurs_sky,
    dinosaurs_valley,
)
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, haze, land, light = (Sheet(f"di{part}", look) for part in ("a", "f", "h", "l", "g"))
    dinosaurs_sky.draw_air(air)
    dinosaurs_sky.draw_far(far, seed)
    dinosaurs_sky.draw_haze(haze)
    dinosaurs_valley.draw_cliffs(land, seed)
    dinosaurs_giants.draw_herd(land)
    dinosaurs_ground.draw_meadow(land, seed)
    dinosaurs_giants.draw_long_neck(land, 862, 954)
    dinosaurs_plants.draw_trees(land, seed)
    dinosaurs_ground.draw_near(land, seed)
    dinosaurs_plants.draw_frame(land, seed)
    dinosaurs_sky.draw_light(light)
    return (
        air.layer(finest_px=96),
        far.layer((0, 0, 1000, 900), 700),
        haze.layer((0, 480, 1000, 980), 96),
        land.layer(finest_px=1600),
        light.layer(finest_px=200),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    front = Sheet("dir", look)
    dinosaurs_hatchlings.draw_hatchlings(front, 190, 1182)
    dinosaurs_plants.draw_front(front, seed)
    return (front.layer((0, 930, 1000, 1250), 2100),)


_LIGHT: Final = Light(
    start=(300, 420),
    end=(740, 1040),
    stops=((0.0, "#fff0b4", 0.2), (0.35, "#ffe6a0", 0.04), (0.6, "#2f6a7a", 0.0), (1.0, "#245a72", 0.28)),
)

_SHADOW: Final = Shadow("#2c4a3e", "#1f3a38", dx=42, opacity=0.4)

TEMPLATE: Final = Template(
    name="dinosaurs",
    title="The Valley of the Dinosaurs",
    summary="A long-necked giant among ferns, a waterfall, a smoking mountain, and a hatchling that comes along.",
    slots=(Slot(x=478, y=1130, scale=1.05, tilt_deg=-3, outfit="explorer", pose="wave", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
    paper="#fbf3d9",
)
