"""Who lives in the forest: a fox, a hedgehog, and red mushrooms."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_FUR = tones("#e07b3c")
_CREAM = "#fdeeda"
_DARK = "#3a2226"
_CAP = tones("#cf4536")
_STEM = tones("#f4e4c8")
_SPINE = tones("#6b5148")


def draw_fox(sheet: Sheet, x: float, y: float) -> None:
    """A fox that sits and looks up, its tail around its feet."""
    sheet.ellipse(x + 20, y - 2, 128, 15, "#0f3034", opacity=0.42)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    tail = "M40 -8C84 12 140 -4 142 -56C144 -92 122 -116 100 -122C108 -96 96 -70 70 -62C52 -56 40 -40 40 -8Z"
    sheet.path(tail, sheet.shade(_FUR, (70, -110), (130, 0)), ink=1.0)
    sheet.path(
        "M100 -122C122 -116 144 -92 142 -60C132 -68 130 -78 122 -80C118 -72 110 -78 104 -84C108 -98 106 -110 100 -122Z",
        _CREAM,
    )
    body = "M-54 0C-64 -60 -40 -128 0 -128C40 -128 64 -60 54 0Q0 12 -54 0Z"
    sheet.path(body, sheet.shade(_FUR, (-50, -100), (56, -10)), ink=1.0)
    chest = "M-30 -104C-36 -80 -30 -60 -22 -42L-14 -52L-8 -34L0 -48L8 -34L14 -52L22 -42C30 -60 36 -80 30 -104Z"
    sheet.path(chest, _CREAM)
    for side in (-1, 1):
        sheet.path(
            (
                f"M{side * 6} 2C{side * 4} -30 {side * 8} -48 {side * 20} -52C{side * 34} "
                f"-50 {side * 36} -24 {side * 34} 2Q{side * 20} 8 {side * 6} 2Z"
            ),
            _FUR.base,
            ink=0.8,
        )
        sheet.path(
            (
                f"M{side * 5} 3C{side * 4} -12 {side * 10} -18 {side * 20} -18C{side * 31} "
                f"-18 {side * 36} -12 {side * 35} 3Q{side * 20} 9 {side * 5} 3Z"
            ),
            _DARK,
        )
    sheet.line(
        ("M4 2C3 -28 8 -46 18 -51M-4 2C-3 -28 -8 -46 -18 -51M35 0C37 -24 35 -44 26 -51M-35 0C-37 -24 -35 -44 -26 -51"),
        _FUR.shade,
        3,
    )
    _fox_head(sheet)
    sheet.close()


def _fox_head(sheet: Sheet) -> None:
    sheet.open(' transform="translate(0 -18) rotate(5 0 -110)"')
    for side in (-1, 1):
        sheet.path(
            (
                f"M{side * 70} -226C{side * 78} -196 {side * 74} -168 {side * 62} -146"
                f"L{side * 16} -184C{side * 30} -206 {side * 50} -220 {side * 70} -226"
                "Z"
            ),
            _FUR.base if side < 0 else _FUR.shade,
            ink=1.0,
        )
        sheet.path(
            (
                f"M{side * 62} -206C{side * 66} -186 {side * 62} -170 {side * 56} -160"
                f"L{side * 30} -182C{side * 38} -194 {side * 50} -202 {side * 62} -206"
                "Z"
            ),
            "#5f332f",
        )
    face = (
        "M0 -84C-26 -84 -46 -94 -62 -104L-90 -108L-78 -122L-92 -134L-74 -142C-70 "
        "-182 -40 -200 0 -200C40 -200 70 -182 74 -142L92 -134L78 -122L90 -108"
        "L62 -104C46 -94 26 -84 0 -84Z"
    )
    sheet.path(face, sheet.shade(_FUR, (-50, -190), (60, -100)), ink=1.0)
    cheeks = (
        "M0 -85C-26 -85 -46 -95 -62 -105L-86 -109L-76 -122L-84 -131C-60 -142 "
        "-24 -138 -10 -112L0 -146L10 -112C24 -138 60 -142 84 -131L76 -122L86 "
        "-109L62 -105C46 -95 26 -85 0 -85Z"
    )
    sheet.path(cheeks, _CREAM)
    for side in (-1, 1):
        sheet.ellipse(side * 33, -146, 10.5, 13.5, "#2a1719")
        sheet.circle(side * 33 - 3.4, -151, 4.2, "#ffffff")
        sheet.circle(side * 33 + 3, -141, 2, "#ffffff", opacity=0.8)
        sheet.line(f"M{side * 24} -166q{side * 9} -7 {side * 20} -1", "#8c3f22", 3.4)
        sheet.ellipse(side * 54, -118, 11, 6.5, "#f3a08a", opacity=0.7)
    sheet.path("M-11 -113Q0 -121 11 -113Q8 -101 0 -100Q-8 -101 -11 -113Z", "#2a1719")
    sheet.ellipse(-3, -112, 3.4, 2, "#ffffff", opacity=0.7)
    sheet.line("M0 -100L0 -96M-12 -95Q-6 -90 0 -96Q6 -90 12 -95", "#6b3a2e", 2.8)
    sheet.close()


def draw_mushroom(sheet: Sheet, x: float, y: float, scale: float, turn_deg: float) -> None:
    """A red cap with white spots, gills seen from below, a stem with a skirt."""
    sheet.ellipse(x + 8 * scale, y, 44 * scale, 7 * scale, "#0f3034", opacity=0.4)
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate({number(turn_deg)}) scale({number(scale, 2)})"')
    sheet.path(
        "M-19 2C-14 -22 -13 -46 -11 -66L12 -66C14 -46 16 -22 21 2Q0 10 -19 2Z",
        sheet.shade(_STEM, (-16, -40), (22, -30)),
        ink=0.9,
    )
    sheet.ellipse(0, -64, 47, 14, "#e9cfa8", ink=0.9)
    gills = "".join(
        f"M{number(dx * 0.28)} -60L{dx} {number(-64 + (1 - (dx / 46) ** 2) ** 0.5 * 11)}" for dx in range(-40, 41, 8)
    )
    sheet.line(gills, "#c29a72", 2.2)
    sheet.path("M-15 -48Q0 -40 16 -48L20 -34Q0 -24 -19 -34Z", _STEM.light, ink=0.7)
    cap = "M-56 -62C-58 -104 -32 -126 0 -126C32 -126 58 -104 56 -62C52 -54 46 -66 0 -66C-46 -66 -52 -54 -56 -62Z"
    sheet.path(cap, sheet.shade(_CAP, (-40, -120), (50, -60)), ink=1.0)
    for dx, dy, rx, ry in (
        (-30, -88, 9, 11),
        (2, -104, 12, 10),
        (34, -86, 8, 10),
        (-8, -78, 7, 6),
        (-46, -68, 5, 5),
        (20, -74, 5, 4.5),
    ):
        sheet.ellipse(dx, dy, rx, ry, "#fff6e8")
    sheet.line("M-46 -94C-40 -108 -28 -116 -16 -119", "#ffffff", 5, opacity=0.5)
    sheet.close()


def draw_hedgehog(sheet: Sheet, x: float, y: float) -> None:
    """A small hedgehog with a leaf on its back."""
    sheet.ellipse(x + 4, y + 2, 56, 8, "#0f3034", opacity=0.42)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(.92)"')
    spikes = (
        "M-34 -8L-40 -16L-34 -22L-38 -34L-28 -36L-28 -48L-16 -48L-12 -60L-2 -54"
        "L8 -62L14 -53L26 -56L28 -45L40 -44L38 -33L50 -28L44 -18L54 -8L46 -2Q0 "
        "8 -34 -8Z"
    )
    sheet.path(spikes, sheet.shade(_SPINE, (-20, -56), (50, 0)), ink=0.9)
    sheet.line("M-12 -44l6 10M4 -48l4 11M20 -44l4 10M-2 -28l5 9M16 -28l4 9M34 -32l2 10M30 -16l4 8", _SPINE.deep, 3)
    sheet.path("M-72 -8C-62 -18 -54 -34 -36 -36C-24 -34 -18 -18 -22 -2Q-44 6 -66 0Q-76 0 -72 -8Z", "#e3c39c", ink=0.9)
    sheet.circle(-72, -5, 5.5, "#2a1719")
    sheet.circle(-46, -20, 4.4, "#2a1719")
    sheet.circle(-47.4, -21.6, 1.5, "#ffffff")
    sheet.circle(-26, -32, 7.5, "#caa27c", ink=0.6)
    sheet.ellipse(-40, -9, 6, 3.6, "#f0a08c", opacity=0.7)
    sheet.line("M-62 -4q4 4 9 2", "#7a4b3a", 2.4)
    sheet.path("M-30 2h16q0 8 -8 8t-8 -8ZM18 2h16q0 8 -8 8t-8 -8Z", "#caa27c", ink=0.6)
    sheet.path("M4 -58C18 -80 40 -76 50 -70C44 -58 24 -50 4 -58Z", "#e5a33d", ink=0.7)
    sheet.line("M6 -59Q26 -66 44 -69", "#b3742a", 2.4)
    sheet.close()
