"""Who lives on the reef: an octopus, a turtle, and striped fish."""

from limner.catalog.templates.ocean_plants import ribbon
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SKIN = tones("#ee7f6a")
_SHELL = tones("#8a9a4e")
_TURTLE = tones("#79c08c")
_ARMS = (
    ([(-46, -40), (-84, -22), (-116, -4), (-142, -14), (-140, -38), (-122, -40)], 38),
    ([(46, -40), (84, -22), (114, -4), (144, -12), (146, -36), (128, -42)], 38),
    ([(-26, -34), (-50, -2), (-76, 14), (-104, 16), (-116, 2)], 38),
    ([(26, -34), (50, -2), (76, 14), (104, 16), (114, 2)], 38),
    ([(-10, -34), (-16, 0), (-30, 18), (-50, 24), (-60, 14)], 36),
    ([(10, -34), (16, 0), (30, 18), (50, 24), (60, 14)], 36),
)


def draw_octopus(sheet: Sheet, x: float, y: float) -> None:
    """A friendly octopus that waves one arm."""
    sheet.ellipse(x + 8, y + 14, 156, 18, "#35607e", opacity=0.42)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    wave = ribbon([(-40, -56), (-84, -66), (-112, -98), (-104, -134), (-124, -152), (-142, -142)], 36, 11)
    sheet.path(wave, sheet.shade(_SKIN, (-130, -150), (-50, -50)), ink=1.0)
    for cx, cy, r in ((-82, -60, 5.5), (-101, -79, 5), (-106, -104, 4.4), (-106, -128, 3.8)):
        sheet.circle(cx, cy, r, "#ffd3c0")
    for i, (points, wide) in enumerate(_ARMS):
        paint = sheet.shade(_SKIN, (0, -50), (0, 40))
        arm = ribbon(points, wide, 10)
        sheet.line(arm, _SKIN.deep, 4, opacity=0.35)
        sheet.path(arm, _SKIN.shade if i < 2 else paint, ink=1.0)
    suckers = (
        "M-60 10l.1 0M-80 19l.1 0M-98 19l.1 0M60 10l.1 0M80 19l.1 "
        "0M98 19l.1 0M-22 8l.1 0M-36 21l.1 0M22 8l.1 0M36 21l.1 0"
    )
    sheet.line(suckers, "#ffd3c0", 8)
    head = (
        "M-62 -50C-66 -70 -92 -92 -92 -134C-92 -186 -50 -214 0 -214C50 "
        "-214 92 -186 92 -134C92 -92 66 -70 62 -50C50 -14 -50 -14 -62 -50Z"
    )
    sheet.path(head, sheet.shade(_SKIN, (-70, -190), (80, -40)), ink=1.0)
    sheet.path(
        "M-70 -160C-62 -186 -40 -198 -16 -202C-34 -190 -50 -172 -54 -152C-60 -146 -70 -150 -70 -160Z",
        "#ffffff",
        opacity=0.4,
    )
    for dx, dy, r in ((30, -188, 9), (54, -166, 6), (8, -196, 5), (62, -140, 4.5)):
        sheet.circle(dx, dy, r, _SKIN.shade, opacity=0.75)
    for side in (-1, 1):
        sheet.ellipse(side * 34, -98, 23, 27, "#ffffff", ink=0.7)
        sheet.ellipse(side * 34 + 5, -97, 15.5, 19.5, "#2a2148")
        sheet.circle(side * 34, -105, 6.4, "#ffffff")
        sheet.circle(side * 34 + 10, -88, 3, "#ffffff", opacity=0.85)
        sheet.ellipse(side * 62, -68, 13, 8, "#ffb09a", opacity=0.85)
        sheet.line(f"M{side * 22} -134q{side * 12} -8 {side * 26} 0", _SKIN.deep, 4)
    sheet.path("M-17 -62Q0 -56 17 -62Q13 -40 0 -40Q-13 -40 -17 -62Z", "#7c2f45", ink=0.4)
    sheet.path("M-9 -46Q0 -53 9 -46Q5 -40 0 -40Q-5 -40 -9 -46Z", "#ff9aa0")
    sheet.close()


def draw_turtle(sheet: Sheet, x: float, y: float) -> None:
    """A sea turtle that glides towards the light."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(12) scale(.98)"')
    far = _TURTLE.shade
    sheet.path("M-56 22C-40 60 -22 84 6 92C14 74 2 40 -20 16Z", far, ink=0.9)
    sheet.path("M84 22C104 34 120 52 136 56C140 38 124 18 100 8Z", far, ink=0.9)
    sheet.path("M96 -4C120 -8 140 -2 156 8C146 20 124 22 100 14Z", _TURTLE.base, ink=0.9)
    head = "M-82 -2C-96 -30 -126 -40 -148 -26C-166 -14 -166 10 -148 20C-126 30 -104 30 -84 22Z"
    sheet.path(head, sheet.shade(_TURTLE, (-150, -30), (-90, 26)), ink=1.0)
    sheet.path("M-100 22C-60 46 70 44 106 14L100 4H-96Z", "#f0e2ac", ink=0.9)
    shell = "M-100 16C-102 -42 -50 -82 12 -78C66 -74 108 -34 112 10C74 34 -60 38 -100 16Z"
    sheet.path(shell, sheet.shade(_SHELL, (-60, -80), (80, 30)), ink=1.0)
    sheet.open(sheet.clip(shell))
    for plate in (
        "M-22 -66L24 -70L44 -36L14 -10L-26 -14L-46 -40Z",
        "M52 -40L74 -56L104 -22L94 4L66 0L24 -6Z",
        "M-54 -36L-34 -10L-52 16L-96 14L-96 -22Z",
        "M-22 -6L12 -2L28 24L-40 28L-44 16Z",
        "M24 0L60 8L72 24L38 24Z",
    ):
        sheet.path(plate, _SHELL.light, opacity=0.9)
    sheet.line("M-78 -30C-62 -60 -26 -72 6 -74", "#ffffff", 8, opacity=0.35)
    sheet.close()
    sheet.path("M-70 16C-84 50 -104 82 -140 94C-152 76 -128 36 -100 10Z", _TURTLE.base, ink=1.0)
    for dx, dy, r in ((-112, 60, 8), (-124, 74, 5), (-98, 44, 6), (-116, -16, 5), (-106, -4, 4)):
        sheet.circle(dx, dy, r, _TURTLE.deep, opacity=0.5)
    sheet.ellipse(-138, -6, 9, 11, "#ffffff", ink=0.5)
    sheet.ellipse(-140, -5, 6, 8, "#21302e")
    sheet.circle(-142, -8, 2.6, "#ffffff")
    sheet.ellipse(-124, 8, 8, 5, "#f3a894", opacity=0.7)
    sheet.line("M-156 10q10 8 22 4", "#2f5f4a", 3)
    sheet.close()


def draw_fish(sheet: Sheet, at: tuple[float, float], scale: float, side: int, colors: tuple[str, str]) -> None:
    """A round fish with two stripes that swims to the left (-1) or right (1)."""
    ramp, stripe = tones(colors[0]), colors[1]
    place = f"translate({number(at[0])} {number(at[1])}) scale({number(side * scale, 2)} {number(scale, 2)})"
    sheet.open(f' transform="{place}"')
    sheet.path(
        "M-40 0C-58 -10 -72 -30 -80 -30C-84 -14 -76 -8 -74 0C-76 8 -84 14 -80 30C-72 30 -58 10 -40 0Z",
        ramp.shade,
        ink=0.9,
    )
    sheet.path("M-26 -26C-14 -48 14 -50 26 -30L10 -22ZM-16 28C-10 44 6 46 14 30Z", ramp.shade, ink=0.9)
    body = "M-48 0C-34 -34 20 -46 54 -8Q60 0 54 8C20 46 -34 34 -48 0Z"
    sheet.path(body, sheet.shade(ramp, (-10, -36), (10, 34)), ink=1.0)
    sheet.open(sheet.clip(body))
    sheet.path("M18 -44Q8 0 18 44H2Q-8 0 2 -44ZM-18 -44Q-30 0 -18 44H-32Q-42 0 -32 -44Z", stripe)
    sheet.close()
    sheet.path("M-2 6C-14 8 -24 18 -22 26C-8 26 4 18 6 10Z", ramp.light, ink=0.6)
    sheet.circle(34, -9, 10, "#ffffff", ink=0.5)
    sheet.circle(36, -8, 6.4, "#1f2340")
    sheet.circle(34, -11, 2.4, "#ffffff")
    sheet.line("M54 8q-6 6 -12 4", ramp.deep, 3)
    sheet.close()
