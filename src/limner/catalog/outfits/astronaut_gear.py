"""What an astronaut carries: a helmet under the arm, a flag with a star."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SHELL = tones("#f6f2ee", 0.9)
_CLOTH = tones("#ee7b45")


def draw_helmet(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """A round helmet with a dark visor that mirrors sky and horizon."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(10) scale({number(radius / 78, 3)})"')
    sheet.add(f'<rect x="-90" y="-18" width="26" height="44" rx="12" fill="{_CLOTH.base}"{sheet.look.stroke()}/>')
    sheet.add(f'<rect x="64" y="-18" width="26" height="44" rx="12" fill="{_CLOTH.shade}"{sheet.look.stroke()}/>')
    sheet.circle(0, 0, 78, sheet.shade(_SHELL, (-60, -60), (60, 64)), ink=1.0)
    visor = "M-54 0C-54 -36 -28 -52 4 -52C40 -52 58 -30 58 4C58 36 36 50 0 50C-34 50 -54 34 -54 0Z"
    sheet.path(
        visor, sheet.linear((0, -50), (0, 50), [(0, "#1d2450", 1), (0.6, "#3d3b80", 1), (1, "#b9719a", 1)]), ink=0.8
    )
    sheet.open(sheet.clip(visor))
    sheet.path("M-60 34Q0 14 64 32L64 60L-60 60Z", "#f0c9a8", opacity=0.75)
    sheet.circle(34, -24, 9, "#7fc4ec")
    sheet.path("M29 -28q6 -6 10 2q-6 6 -10 -2Z", "#9bdc9a")
    sheet.close()
    sheet.path("M-44 -2C-44 -26 -28 -40 -6 -42C-24 -32 -30 -16 -32 2C-38 8 -44 4 -44 -2Z", "#cfe8ff", opacity=0.85)
    sheet.circle(-26, 16, 5, "#cfe8ff", opacity=0.8)
    sheet.close()


def draw_flag(sheet: Sheet, x: float, y: float, ground_y: float) -> None:
    """A flag on a pole that stands on the ground; the hand holds it at (x, y)."""
    top = y - 190
    sheet.inked_line(f"M{number(x)} {number(top)}L{number(x)} {number(ground_y)}", "#c9cde0", 9, 0.8)
    sheet.circle(x, top - 6, 9, "#fbcf5b", ink=0.8)
    wave = (
        f"M{number(x + 5)} {number(top + 8)}C{number(x + 36)} {number(top - 12)} {number(x + 62)} {number(top + 24)} "
        f"{number(x + 100)} {number(top + 6)}L{number(x + 96)} {number(top + 78)}C{number(x + 62)} {number(top + 98)} "
        f"{number(x + 36)} {number(top + 60)} {number(x + 5)} {number(top + 82)}Z"
    )
    sheet.path(wave, sheet.shade(_CLOTH, (x, top), (x + 100, top + 80)), ink=1.0)
    star = "M0 -22L6 -7L22 -6L10 4L14 20L0 11L-14 20L-10 4L-22 -6L-6 -7Z"
    sheet.add(f'<path d="{star}" fill="#fff3d6" transform="translate({number(x + 50)} {number(top + 46)}) rotate(8)"/>')
