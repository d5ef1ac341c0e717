"""Elephants and a giraffe in the middle distance, lit by the low sun at their right."""

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_GREY = tones("#8d6276")
_COAT = tones("#e8a95c")
_PATCH = "#9c5634"


def draw_elephant(sheet: Sheet, foot: tuple[float, float], size: float) -> None:
    """An elephant that walks to the left."""
    x, y = foot
    sheet.ellipse(x - 34 * size, y + 1, 128 * size, 11 * size, "#6a2f40", opacity=0.4)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    sheet.path("M-36 -70L-30 0H-4L-2 -64ZM42 -66L34 0H62L76 -70Z", _GREY.deep, ink=0.6)
    body = (
        "M-74 -112C-66 -164 30 -176 78 -138C108 -112 104 -52 100 0H66C66 -26 62 -40 54 -48C20 -38 -14 -38 -38 -48"
        "C-44 -38 -42 -20 -42 0H-76C-78 -40 -84 -74 -74 -112Z"
    )
    sheet.path(body, sheet.shade(_GREY, (96, -150), (-60, -30)), ink=0.9)
    sheet.line("M96 -116C112 -96 110 -70 106 -48", _GREY.deep, 4)
    sheet.path("M106 -52l-5 18l9 -2Z", _GREY.deep)
    head = (
        "M-58 -160C-100 -182 -142 -158 -146 -116C-150 -86 -146 -62 -150 -40C-152 -24 -168 -18 -174 -24"
        "C-180 -28 -184 -18 -178 -12C-164 0 -136 -8 -130 -34C-126 -52 -122 -66 -112 -74C-84 -72 -58 -88 -54 -116Z"
    )
    sheet.path(head, sheet.shade(_GREY, (-60, -170), (-150, -60)), ink=0.9)
    sheet.path("M-114 -78C-122 -64 -134 -54 -150 -54C-146 -66 -136 -76 -128 -84Z", "#fff0d6", ink=0.5)
    ear = "M-96 -160C-62 -182 -26 -156 -30 -116C-32 -86 -50 -70 -68 -80C-86 -92 -100 -130 -96 -160Z"
    sheet.path(ear, sheet.shade(_GREY, (-30, -150), (-90, -80)), ink=0.8)
    sheet.path(
        "M-84 -150C-60 -162 -42 -144 -44 -116C-46 -96 -56 -88 -66 -94C-78 -104 -88 -128 -84 -150Z",
        "#b97f82",
        opacity=0.7,
    )
    sheet.circle(-120, -122, 5, "#2c1626")
    sheet.circle(-121.5, -123.5, 1.8, "#ffffff")
    sheet.line("M-144 -84q8 2 14 0M-147 -66q8 2 14 0M-149 -48q8 2 14 0", _GREY.deep, 2.4, opacity=0.7)
    sheet.line("M-20 -164C24 -168 62 -154 84 -132C98 -112 102 -84 102 -50", "#ffd08a", 4, opacity=0.85)
    for toe in (-70, -60, -50, 72, 82, 92):
        sheet.ellipse(toe, -2, 4, 3, "#e8c0a8", opacity=0.8)
    sheet.close()


_NECK = "M34 -226C66 -270 84 -336 92 -400L128 -392C126 -330 122 -260 96 -186Z"
_TRUNK = (
    "M-84 -186C-84 -232 -24 -250 40 -240C86 -234 106 -204 98 -172C84 -146 40 -150 0 -146C-40 -142 -80 -150 -84 -186Z"
)


def draw_giraffe(sheet: Sheet, seed: int, foot: tuple[float, float]) -> None:
    """A giraffe that looks over its shoulder at us; its feet stand at `foot`."""
    rng = np.random.default_rng(870 + seed)
    x, y = foot
    sheet.ellipse(x - 40, y + 2, 118, 11, "#6a2f40", opacity=0.4)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(1.3)"')
    sheet.path(
        "M-50 -160L-42 -80L-46 0H-30L-24 -80L-24 -160ZM46 -170L48 -80L46 0H62L66 -80L78 -170Z", _COAT.deep, ink=0.7
    )
    sheet.inked_line("M-82 -196C-100 -180 -102 -150 -98 -124", _COAT.shade, 5, 0.7)
    sheet.path("M-98 -128l-8 30q8 8 14 0Z", "#5a2f34", ink=0.5)
    sheet.path(
        "M-82 -180L-76 -84L-80 0H-63L-56 -84L-48 -166ZM62 -190L72 -84L70 0H87L92 -84L98 -180Z", _COAT.base, ink=0.8
    )
    sheet.path(_NECK + _TRUNK, sheet.shade(_COAT, (110, -300), (-70, -170)), ink=0.9)
    sheet.path(_NECK + _TRUNK, sheet.shade(_COAT, (110, -300), (-70, -170)))
    sheet.open(sheet.clip(_NECK + _TRUNK))
    _patches(sheet, rng)
    sheet.close()
    sheet.path("M40 -228C66 -270 82 -330 90 -400L82 -398C74 -336 56 -280 28 -236Z", "#8a4632", ink=0.5)
    sheet.path("M-80 -8H-63V0H-80ZM70 -8H87V0H70Z", "#5a2f34")
    _giraffe_head(sheet)
    sheet.close()


def _patches(sheet: Sheet, rng: np.random.Generator) -> None:
    """Patches in rows, smaller up the neck."""
    data, n = "", number
    for row, (cy, low, high, step) in enumerate(
        (
            (-390, 86, 140, 17),
            (-368, 80, 140, 18),
            (-344, 78, 140, 19),
            (-318, 74, 140, 21),
            (-290, 64, 140, 23),
            (-260, 50, 140, 25),
            (-228, -90, 130, 28),
            (-198, -100, 120, 29),
            (-168, -90, 110, 28),
        )
    ):
        x = low + (row % 2) * step * 0.5
        while x < high:
            r = step * 0.41
            a = [r * float(rng.uniform(0.84, 1.12)) for _ in range(6)]
            cx = x + pick(rng, -1.5, 1.5)
            points = [(cx + a[k] * np.cos(k * 1.047), cy + a[k] * np.sin(k * 1.047)) for k in range(6)]
            data += "M" + "L".join(f"{n(px)} {n(py)}" for px, py in points) + "Z"
            x += step
    sheet.path(data, _PATCH, opacity=0.9)


def _giraffe_head(sheet: Sheet) -> None:
    sheet.inked_line("M98 -420L92 -444M118 -422L120 -448", _COAT.shade, 6, 0.6)
    for hx, hy in ((92, -447), (120, -451)):
        sheet.circle(hx, hy, 6, "#5a2f34", ink=0.5)
    sheet.path("M86 -410C66 -418 52 -412 46 -402C58 -394 76 -392 90 -398Z", _COAT.shade, ink=0.7)
    head = (
        "M84 -402C84 -424 104 -432 122 -426C148 -418 176 -396 184 -380"
        "C188 -366 174 -358 156 -362C128 -366 92 -372 84 -402Z"
    )
    sheet.path(head, sheet.shade(_COAT, (150, -420), (96, -366)), ink=0.9)
    sheet.path("M158 -402C176 -392 186 -380 184 -372C180 -360 164 -359 152 -363C146 -376 148 -392 158 -402Z", "#f7d9a8")
    sheet.ellipse(174, -384, 3, 2.2, "#6b3a34")
    sheet.line("M158 -369q10 3 20 -3", "#8a4a3c", 2.4)
    sheet.ellipse(122, -404, 7, 8, "#2a1520")
    sheet.circle(124.500, -407, 2.6, "#ffffff")
    sheet.line("M112 -414q8 -6 18 -2", "#6b3a34", 2.6)
    sheet.path("M128 -428C142 -440 156 -438 162 -432C154 -422 142 -418 132 -420Z", _COAT.base, ink=0.7)
