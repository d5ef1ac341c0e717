"""On the pitch: an evening match under floodlights, full stands, a goal, the ball, and a dog that would like it."""

from typing import Final

from limner.catalog.template import Light, Shadow, Slot, Template
from limner.catalog.templates import football_lights, football_pitch, football_stands, football_things
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    air, far, haze, land, light = (Sheet(f"ft{part}", look) for part in ("a", "f", "h", "l", "g"))
    football_lights.draw_air(air)
    football_stands.draw_stands(far, seed)
    football_lights.draw_haze(haze)
    football_lights.draw_masts(land)
    football_pitch.draw_pitch(land, seed)
    football_things.draw_goal(land)
    football_things.draw_corner_flag(land, 96, 968)
    football_lights.draw_light(light, seed)
    return (
        air.layer(finest_px=96),
        far.layer((0, 240, 1000, 960), 760),
        haze.layer((0, 300, 1000, 960), 96),
        land.layer(finest_px=1600),
        light.layer(finest_px=220),
    )


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    front = Sheet("ftr", look)
    football_things.draw_player_dog(front, 160, 1190)
    football_things.draw_ball(front, 742, 1146, 46)
    football_pitch.draw_front(front, seed)
    return (front.layer((0, 930, 1000, 1250), 2100),)


_LIGHT: Final = Light(
    start=(280, 360),
    end=(720, 1040),
    stops=((0.0, "#f2f8ff", 0.18), (0.35, "#e8f4ff", 0.03), (0.6, "#1f3f8c", 0.0), (1.0, "#1a2f78", 0.3)),
)

_SHADOW: Final = Shadow("#153f3c", "#103332", dx=34, opacity=0.45)

TEMPLATE: Final = Template(
    name="football",
    title="The Evening Match",
    summary="A green pitch under floodlights, full stands, a goal, the ball, and a dog that would like it.",
    slots=(
        Slot(x=478, y=1128, scale=1.05, tilt_deg=-3, outfit="footballer", pose="wave", light=_LIGHT, shadow=_SHADOW),
    ),
    background=_background,
    foreground=_foreground,
    paper="#f4f7ee",
)
