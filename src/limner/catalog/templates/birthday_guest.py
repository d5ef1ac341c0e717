"""The guest with four legs."""

from limner.catalog.companions.dog import draw_dog
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_HAT = tones("#6cc3c8")


def draw_dog_in_hat(sheet: Sheet, x: float, y: float) -> None:
    """A dog in a paper hat that sits at (x, y)."""
    sheet.ellipse(x + 18, y + 3, 96, 13, "#2c4a4c", opacity=0.45)
    draw_dog(sheet, (x, y), 0.94, collar="#a58be0", flip=True)
    sheet.open(f' transform="translate({number(x + 21)} {number(y - 179)}) rotate(12) scale(.9)"')
    sheet.path("M-30 6L0 -76L30 6Q0 18 -30 6Z", sheet.shade(_HAT, (-26, -40), (28, 0)), ink=0.9)
    sheet.line("M-22 -14L20 -20M-13 -38L12 -42", "#fff3df", 6)
    for dx in (-24, -12, 0, 12, 24):
        sheet.circle(dx, 8 + 3 * (1 - abs(dx) / 24), 6.5, "#fbe08a", ink=0.5)
    sheet.path("M0 -96L5 -82L19 -80L8 -71L11 -57L0 -65L-11 -57L-8 -71L-19 -80L-5 -82Z", "#f7c14f", ink=0.6)
    sheet.close()
