"""A birthday in the garden: a tall cake, bunting, lanterns, balloons, presents, and a dog in a paper hat."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import (
    birthday_cake,
    birthday_garden,
    birthday_guest,
    birthday_hangings,
    birthday_presents,
)
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, land, light = (Sheet(f"bi{part}", look) for part in ("a", "f", "l", "g"))
    birthday_garden.draw_air(air)
    birthday_garden.draw_far(far, seed)
    birthday_garden.draw_lawn(land, seed)
    birthday_hangings.draw_bunting(land)
    birthday_hangings.draw_lanterns(land)
    birthday_garden.draw_boughs(land, seed)
    birthday_presents.draw_balloons(land, 132, 936)
    birthday_cake.draw_table(land, 800, 1012)
    birthday_cake.draw_cake(land, 806, 838)
    birthday_presents.draw_presents(land, 118, 1022)
    birthday_garden.draw_light(light, seed)
    return (
        air.layer(finest_px=96),
        far.layer((0, 240, 1000, 1000), 700),
        land.layer(finest_px=1600),
        light.layer(finest_px=220),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    front = Sheet("bir", look)
    birthday_guest.draw_dog_in_hat(front, 836, 1192)
    birthday_garden.draw_front(front, seed)
    return (front.layer((0, 900, 1000, 1250), 2100),)


_LIGHT: Final = Light(
    start=(280, 440),
    end=(740, 1030),
    stops=((0.0, "#ffe9b4", 0.2), (0.35, "#ffe4b0", 0.04), (0.6, "#7a5aa0", 0.0), (1.0, "#6a4f9c", 0.24)),
)

_SHADOW: Final = Shadow("#3f5a4c", "#33483f", dx=44, opacity=0.38)

TEMPLATE: Final = Template(
    name="birthday",
    title="A Birthday in the Garden",
    summary="A tall cake with candles, bunting and lanterns, balloons, presents, and a dog in a paper hat.",
    slots=(Slot(x=462, y=1130, scale=1.05, tilt_deg=2, outfit="party", pose="wave", light=_LIGHT, shadow=_SHADOW),),
    background=_background,
    foreground=_foreground,
    paper="#fff6e6",
)
