"""In the old library at night: the moon in a round window, floating lamps, and a cat that has read every book."""

from typing import Final

from limner.catalog.template import Light, Slot, Template
from limner.catalog.templates import library_near, library_pets, library_room, library_shelves, library_things
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet


def _background(look: Look, seed: int) -> tuple[Layer, ...]:
    wall, room, light = (Sheet(f"li{part}", look) for part in ("bw", "br", "bl"))
    library_room.draw_wall(wall)
    library_room.draw_window(room, seed)
    library_shelves.draw_back(room, seed)
    library_room.draw_floor(room)
    library_shelves.draw_sides(room, seed)
    library_things.draw_ladder(room)
    library_things.draw_lamps(room, seed)
    library_things.draw_armchair(room, 200, 1092)
    library_things.draw_globe(room, 872, 1022)
    library_near.draw_arch(room)
    library_things.draw_light(light, seed)
    return wall.layer(finest_px=96), room.layer(finest_px=1600), light.layer(finest_px=200)


def _foreground(look: Look, seed: int) -> tuple[Layer, ...]:
    near, front = Sheet("lifn", look), Sheet("lifr", look)
    library_pets.draw_reader(near, seed, 774, 1194)
    library_near.draw_front(front, seed)
    return near.layer((600, 830, 960, 1240), 1600), front.layer((0, 1060, 1000, 1250), 2100)


_LIGHT: Final = Light(
    start=(300, 560),
    end=(760, 860),
    stops=(
        (0.0, "#4a62b8", 0.13),
        (0.3, "#6a6fc0", 0.03),
        (0.55, "#ffd584", 0.08),
        (0.85, "#ffcf7a", 0.2),
        (1.0, "#ffcf7a", 0.24),
    ),
)

TEMPLATE: Final = Template(
    name="library",
    title="The Library at Night",
    summary=(
        "Somebody in a dressing gown with a candle among tall shelves, the moon in a round window, a cat on its books."
    ),
    slots=(Slot(x=470, y=1138, scale=1.06, tilt_deg=-3, outfit="pyjamas", pose="carry", light=_LIGHT),),
    background=_background,
    foreground=_foreground,
)
