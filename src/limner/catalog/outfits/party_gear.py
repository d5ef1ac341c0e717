"""What a guest brings: a balloon on its string, a present with a bow, and sneakers for dancing."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_BALLOON = tones("#ef6f6a")
_PAPER = tones("#7a63b8")
_RIBBON = tones("#ffcf5c")
_SHOE = tones("#ef6f6a")
_RUBBER = tones("#fbf5ea", 0.8)


def draw_balloon(sheet: Sheet, x: float, y: float) -> None:
    """A balloon that floats above the hand at (x, y), away from the head."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.inked_line("M0 22C-6 -10 26 -36 56 -96", _RUBBER.shade, 4, 0.5)
    sheet.line("M0 22C4 34 -8 42 -2 56", _RUBBER.shade, 4)
    sheet.path("M56 -104L46 -88Q56 -84 67 -90Z", _BALLOON.shade, ink=0.9)
    body = "M56 -102C24 -112 2 -144 6 -174C10 -204 34 -220 62 -218C94 -216 114 -192 112 -162C110 -132 88 -108 56 -102Z"
    sheet.path(body, sheet.shade(_BALLOON, (20, -210), (98, -112)), ink=1.0)
    sheet.line("M98 -146C92 -130 80 -118 66 -112", _BALLOON.deep, 5, opacity=0.45)
    sheet.ellipse(36, -188, 9, 16, "#ffffff", opacity=0.75, turn_deg=28)
    sheet.circle(26, -164, 4.6, "#ffffff", opacity=0.7)
    sheet.close()


def draw_present(sheet: Sheet, x: float, y: float) -> None:
    """A wrapped box with a bow, held against the side; its middle is at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-7)"')
    sheet.path("M-54 -34L54 -34L50 50Q0 56 -50 50Z", sheet.shade(_PAPER, (-50, -30), (52, 54)), ink=1.0)
    for dx, dy in ((-36, -8), (-30, 26), (32, -4), (38, 28), (-42, 42), (26, 42)):
        sheet.circle(dx, dy, 5, "#a994e0")
    sheet.path("M-11 -34L11 -34L10 53Q0 54 -10 53Z", _RIBBON.base, ink=0.6)
    sheet.line("M7 -12L6 50", _RIBBON.shade, 4)
    sheet.path("M-60 -54Q-60 -58 -56 -58L56 -58Q60 -58 60 -54L58 -32L-58 -32Z", _PAPER.light, ink=1.0)
    sheet.line("M-55 -30L55 -30", _PAPER.deep, 4, opacity=0.5)
    sheet.path("M-12 -58L12 -58L12 -32L-12 -32Z", _RIBBON.base, ink=0.6)
    for side in (-1, 1):
        n = number
        loop = (
            f"M0 -60C{n(side * 12)} -88 {n(side * 44)} -98 {n(side * 48)} -78"
            f"C{n(side * 48)} -60 {n(side * 20)} -54 0 -60Z"
        )
        sheet.path(loop, sheet.shade(_RIBBON, (side * 20, -94), (side * 26, -54)), ink=0.9)
        sheet.path(
            f"M{n(side * 14)} -67C{n(side * 22)} -78 {n(side * 36)} -84 {n(side * 37)} -75Q{n(side * 32)} -66 "
            f"{n(side * 14)} -67Z",
            _RIBBON.deep,
            opacity=0.8,
        )
    sheet.circle(0, -62, 10, _RIBBON.shade, ink=0.8)
    sheet.close()


def draw_rosette(sheet: Sheet, x: float, y: float) -> None:
    """A pleated rosette with two tails, where the sash ends."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.path("M-4 4L-20 46L-8 40L2 50L6 6Z", _RIBBON.shade, ink=0.8)
    sheet.path("M-2 6L4 52L12 42L24 46L10 2Z", _RIBBON.base, ink=0.8)
    petals = (
        "M0 -23Q10 -30 14 -18Q26 -18 22 -6Q31 2 21 9Q22 21 10 20Q4 30 -5 22Q-16 26 -18 15"
        "Q-29 11 -23 1Q-29 -10 -18 -14Q-16 -27 0 -23Z"
    )
    sheet.path(petals, _RIBBON.base, ink=0.9)
    sheet.line("M0 -14L0 -19M12 -9L16 -12M15 3L20 4M9 13L12 17M-5 15L-7 20M-14 7L-18 9M-14 -7L-19 -9", _RIBBON.deep, 3)
    sheet.circle(0, 0, 11, _BALLOON.base, ink=0.7)
    sheet.circle(-3, -3, 3, "#ffffff", opacity=0.8)
    sheet.close()


def sneaker(sheet: Sheet, x: float, ground_y: float, side: int, scale: float = 1.0) -> None:
    """A high sneaker with a white cap and laces, seen from the front and a little from its outer side."""
    place = f"translate({number(x)} {number(ground_y)}) scale({number(side * scale, 3)} {number(scale, 3)})"
    sheet.open(f' transform="{place}"')
    lit, shaded = ((-30, -66), (52, 0)) if side > 0 else ((40, -66), (-44, 0))
    shape = "M-33 -10C-36 -38 -32 -58 -29 -64C-12 -70 14 -70 30 -64C32 -52 38 -40 49 -32C59 -24 62 -16 60 -8Z"
    sheet.path(shape, sheet.shade(_SHOE, lit, shaded), ink=1.0)
    sheet.path("M14 -10C10 -26 26 -36 44 -32C58 -26 62 -16 60 -8Z", _RUBBER.base, ink=0.8)
    sheet.path(
        "M-37 -12C-37 -15 -35 -16 -32 -16L56 -16C62 -16 65 -11 65 -5Q65 1 59 1L-32 1Q-37 1 -37 -4Z",
        _RUBBER.base,
        ink=1.0,
    )
    sheet.line("M-31 -7L59 -7", _SHOE.base, 4)
    sheet.inked_line("M-8 -52Q6 -46 20 -53M-6 -41Q8 -35 23 -42M-5 -30Q8 -25 21 -31", _RUBBER.base, 5, 0.4)
    sheet.close()
