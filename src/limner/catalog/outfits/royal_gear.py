"""What a prince or princess carries: an armful of roses, a pennant on a pole."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_PETAL = tones("#d8475c")
_BLUSH = tones("#f3a3a8")
_LEAF = tones("#4c8f57")
_CLOTH = tones("#b8334d")
_GOLD = tones("#e7b44a")


def _rose(sheet: Sheet, x: float, y: float, r: float, *, pale: bool) -> None:
    ramp, n = (_BLUSH if pale else _PETAL), number
    sheet.circle(x, y, r, ramp.base, ink=0.7)
    sheet.path(
        f"M{n(x - r)} {n(y)}A{n(r)} {n(r)} 0 0 0 {n(x + r)} {n(y)}Q{n(x)} {n(y + r)} {n(x - r)} {n(y)}Z", ramp.shade
    )
    sheet.circle(x, y - r * 0.16, r * 0.56, ramp.light)
    swirl = (
        f"M{n(x - r * 0.42)} {n(y - r * 0.2)}q{n(r * 0.4)} {n(-r * 0.5)} {n(r * 0.78)} 0"
        f"q{n(-r * 0.3)} {n(r * 0.4)} {n(-r * 0.5)} {n(r * 0.06)}"
    )
    sheet.line(swirl, ramp.deep, r * 0.14)


def draw_roses(sheet: Sheet, x: float, y: float) -> None:
    """A bunch of roses in the crook of an arm; the stems cross under the hand at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-20) scale(1.25)"')
    sheet.line("M0 0L-12 58M4 0L10 60M-4 0L-2 64", _LEAF.shade, 6)
    leaves = (
        "M-6 -10Q-58 -14 -70 -54Q-24 -52 -6 -10ZM6 -10Q54 -10 70 -48Q26 -52 6 -10ZM-8 -4Q-50 14 -64 -8Q-36 -24 -8 -4Z"
    )
    sheet.path(leaves, _LEAF.base, ink=0.8)
    sheet.path("M-34 -30C-30 -8 -14 10 -10 22L12 22C18 6 34 -10 38 -30Z", "#fbf1df", ink=0.8)
    sheet.path("M4 -30L12 22C18 6 34 -10 38 -30Z", "#e6d3bb")
    for dx, dy, r, pale in (
        (-36, -46, 19, True),
        (36, -46, 18, True),
        (0, -66, 20, True),
        (-18, -34, 20, False),
        (18, -36, 21, False),
    ):
        _rose(sheet, dx, dy, r, pale=pale)
    sheet.path("M-14 14Q0 22 14 14L13 26Q0 33 -13 26Z", _GOLD.base, ink=0.7)
    sheet.close()


def draw_pennant(sheet: Sheet, x: float, y: float, ground_y: float) -> None:
    """A swallow-tailed pennant with a golden sun; the hand holds its pole at (x, y), which ends at `ground_y`."""
    n, top = number, y - 196
    sheet.inked_line(f"M{n(x)} {n(top)}L{n(x)} {n(ground_y)}", "#a9794a", 9, 0.8)
    sheet.path(f"M{n(x - 9)} {n(top)}L{n(x)} {n(top - 26)}L{n(x + 9)} {n(top)}Z", _GOLD.base, ink=0.8)
    sheet.open(f' transform="translate({n(x + 4)} {n(top + 8)})"')
    cloth = "M0 0C28 -14 54 18 104 2L84 40L104 76C60 90 30 58 0 78Z"
    sheet.path(cloth, sheet.shade(_CLOTH, (0, 0), (96, 80)), ink=1.0)
    sheet.line("M4 8C30 -4 54 26 94 10M4 70C30 54 56 80 94 70", _GOLD.base, 4)
    sheet.path("M38 18L44 30L57 28L50 39L58 50L45 49L39 61L34 49L21 50L28 39L21 28L33 30Z", _GOLD.light)
    sheet.close()
