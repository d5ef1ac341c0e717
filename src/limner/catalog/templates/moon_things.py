"""What stands on the moon: rocket, glass garden, crystals, and a small green neighbour."""

from limner.engine.sheet import Sheet, mixed, tones
from limner.engine.vectors import number

_HULL = tones("#f4ece4")
_RED = tones("#df5b45")
_STEEL = tones("#7f86ad")
_MINT = tones("#8fd6ae")


def draw_rocket(sheet: Sheet, x: float, y: float) -> None:
    """A round rocket on three fins, its porthole lit."""
    sheet.ellipse(x + 44, y + 8, 150, 20, "#6b4a80", opacity=0.42)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(1.16)"')
    for side in (-1, 1):
        fin = (
            f"M{side * 38} -96C{side * 74} -82 {side * 92} -40 {side * 94} 4Q{side * 80} "
            f"10 {side * 74} 0C{side * 66} -22 {side * 52} -30 {side * 34} -32Z"
        )
        sheet.path(fin, _RED.base if side < 0 else _RED.shade, ink=1.0)
    sheet.path("M-26 -30L26 -30L34 -4Q0 8 -34 -4Z", _STEEL.shade, ink=0.9)
    sheet.path("M-22 -18L22 -18L24 -10L-24 -10Z", _STEEL.deep)
    hull = (
        "M0 -316C50 -276 70 -196 64 -128C62 -88 52 -52 42 -30Q0 -16 -42 -30C-52 "
        "-52 -62 -88 -64 -128C-70 -196 -50 -276 0 -316Z"
    )
    sheet.path(hull, sheet.shade(_HULL, (-60, -200), (62, -150)), ink=1.0)
    sheet.open(sheet.clip(hull))
    sheet.path("M-70 -330H70V-246Q0 -222 -70 -246Z", sheet.shade(_RED, (-50, -280), (50, -250)))
    sheet.path("M-80 -82Q0 -58 80 -82V-62Q0 -38 -80 -62Z", _RED.base)
    sheet.path("M22 -330C72 -250 72 -120 24 -10L90 -10L90 -330Z", "#6a5aa6", opacity=0.24)
    sheet.line("M-60 -242Q0 -218 60 -242", _HULL.deep, 3, opacity=0.5)
    for dx in (-34, 0, 34):
        sheet.circle(dx, -104 + abs(dx) * -0.12 + 4, 3, _HULL.deep)
    sheet.close()
    sheet.circle(0, -168, 34, _STEEL.base, ink=0.9)
    sheet.circle(0, -168, 25, sheet.radial((-6, -176), 34, [(0, "#fff6c9", 1), (0.7, "#ffd27a", 1), (1, "#f2a65a", 1)]))
    sheet.path("M-17 -176A19 19 0 0 1 -3 -187A16 16 0 0 0 -17 -176Z", "#ffffff", opacity=0.9)
    for angle_x, angle_y in ((-29, -168), (29, -168), (0, -197), (0, -139)):
        sheet.circle(angle_x, angle_y, 2.6, _STEEL.deep)
    sheet.line("M-46 -230C-52 -200 -52 -160 -48 -120", "#ffffff", 6, opacity=0.8)
    sheet.path("M-11 -76C-13 -40 -8 -10 0 8C8 -10 13 -40 11 -76Q0 -84 -11 -76Z", _RED.shade, ink=0.9)
    sheet.line("M0 -316L0 -344", _STEEL.base, 4)
    sheet.circle(0, -348, 6, "#ffd27a", ink=0.6)
    sheet.close()


def draw_dome(sheet: Sheet, x: float, y: float) -> None:
    """A garden under glass, lit from within."""
    sheet.ellipse(x + 20, y + 6, 108, 13, "#6b4a80", opacity=0.38)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    glass = "M-84 0C-84 -112 84 -112 84 0Z"
    sheet.path(
        glass, sheet.linear((0, -86), (0, 0), [(0, "#9fc6e6", 1), (0.6, "#f3dcb4", 1), (1, "#ffe9b0", 1)]), ink=0.9
    )
    sheet.path("M-62 0C-62 -26 -30 -26 -28 -4C-22 -30 6 -26 6 0Z", "#6fae86")
    sheet.line("M30 0L30 -36", "#8a5f4a", 6)
    sheet.circle(30, -46, 21, "#5e9f7c")
    sheet.circle(20, -38, 13, "#79bd8f")
    sheet.circle(26, -54, 3.4, "#ee7b5a")
    sheet.circle(39, -44, 3.4, "#ee7b5a")
    sheet.circle(-44, -14, 3, "#f5a3c0")
    sheet.circle(-10, -18, 3, "#fff0c0")
    sheet.line(
        "M-30 -78C-44 -50 -46 -24 -44 0M30 -78C44 -50 46 -24 44 0M-74 -42Q0 -30 74 -42", "#f7f3ff", 3, opacity=0.75
    )
    sheet.path("M-66 -36C-58 -58 -42 -70 -30 -74C-46 -60 -54 -48 -56 -34Z", "#ffffff", opacity=0.7)
    sheet.path("M-92 -4H92Q96 12 84 12H-84Q-96 12 -92 -4Z", sheet.shade(_STEEL, (-80, -4), (80, 14)), ink=0.9)
    for dx in (-66, -33, 0, 33, 66):
        sheet.circle(dx, 4, 3.2, "#ffe3a0")
    sheet.close()


def draw_crystal(sheet: Sheet, x: float, y: float, height: float, turn_deg: float, color: str) -> None:
    """A six-sided crystal that shines from within."""
    wide = height * 0.24
    n = number
    sheet.open(f' transform="translate({n(x)} {n(y)}) rotate({n(turn_deg)})"')
    h = height
    whole = f"M{n(-wide)} 0L{n(-wide)} {n(-h * 0.7)}L0 {n(-h)}L{n(wide)} {n(-h * 0.7)}L{n(wide)} 0Z"
    sheet.path(whole, color, ink=0.9)
    sheet.path(
        f"M{n(-wide)} 0L{n(-wide)} {n(-h * 0.7)}L{n(-wide * 0.3)} {n(-h * 0.62)}L{n(-wide * 0.3)} 0Z",
        mixed(color, "#ffffff", 0.55),
    )
    sheet.path(
        f"M{n(wide * 0.4)} 0L{n(wide * 0.4)} {n(-h * 0.6)}L{n(wide)} {n(-h * 0.7)}L{n(wide)} 0Z",
        mixed(color, "#3b3070", 0.4),
    )
    sheet.path(f"M{n(-wide)} {n(-h * 0.7)}L0 {n(-h)}L{n(-wide * 0.3)} {n(-h * 0.62)}Z", "#ffffff", opacity=0.75)
    sheet.close()


def draw_alien(sheet: Sheet, x: float, y: float) -> None:
    """Somebody who looks out of a crater and lifts a hand."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.inked_line("M-22 -76Q-34 -98 -28 -112", _MINT.shade, 6)
    sheet.inked_line("M22 -76Q32 -100 40 -106", _MINT.shade, 6)
    sheet.circle(-28, -116, 8.5, "#ffd27a", ink=0.9)
    sheet.circle(43, -110, 8.5, "#ffd27a", ink=0.9)
    sheet.inked_line("M50 -14Q70 -26 70 -50", _MINT.shade, 14)
    for finger in ("M68 -50L60 -64", "M70 -52L72 -68", "M73 -50L84 -60"):
        sheet.inked_line(finger, _MINT.shade, 8, 0.8)
    body = "M-54 6C-58 -56 -34 -84 0 -84C34 -84 58 -56 54 6Q0 26 -54 6Z"
    sheet.path(body, sheet.shade(_MINT, (-50, -70), (52, 10)), ink=1.0)
    sheet.ellipse(-32, -14, 11, 7, "#f29aa0", opacity=0.7)
    sheet.ellipse(32, -14, 11, 7, "#f29aa0", opacity=0.7)
    for eye in (-20, 20):
        sheet.ellipse(eye, -34, 13, 16, "#ffffff", ink=0.6)
        sheet.ellipse(eye - 2.5, -33, 8.5, 11.5, "#2f2a55")
        sheet.circle(eye - 5.5, -38, 3.6, "#ffffff")
        sheet.circle(eye + 1, -28, 1.8, "#ffffff", opacity=0.8)
    sheet.path("M-11 -12Q0 -8 11 -12Q8 2 0 2Q-8 2 -11 -12Z", "#5b2f55")
    sheet.path("M-6 -3Q0 -7 6 -3Q4 1 0 1Q-4 1 -6 -3Z", "#f08a94")
    for dx, dy, r in ((-28, -66, 5), (-14, -72, 3), (34, -58, 4)):
        sheet.circle(dx, dy, r, _MINT.shade, opacity=0.8)
    # The crater's near rim covers the lower body, so that it stands inside.
    sheet.path("M-96 2C-60 22 60 22 96 2C92 34 -92 34 -96 2Z", "#e6cfc0")
    sheet.line("M-90 6C-56 22 56 22 90 6", "#f6e6d4", 4, opacity=0.9)
    if sheet.look.ink is not None:
        sheet.line("M-90 3C-56 19 56 19 90 3", sheet.look.ink, sheet.look.ink_width * 0.7)
    sheet.close()
