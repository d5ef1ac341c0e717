"""What a pirate has: a spyglass, a treasure map, a dotted neckerchief, boots with turned-down tops."""

from limner.engine.rig.body import boot
from limner.engine.rig.skeleton import Skeleton
from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_BRASS = tones("#e9b44c")
_LEATHER = tones("#6d4331")
_PAPER = tones("#ecd6a4")


def draw_spyglass(sheet: Sheet, x: float, y: float) -> None:
    """A drawn-out spyglass, pointing up and outwards; the hand holds it at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(24)"')
    sheet.path("M-9 20H9L10 66H-10Z", sheet.shade(_BRASS, (-9, 20), (11, 60)), ink=1.0)
    sheet.path("M-14 62H14V74H-14Z", sheet.shade(_LEATHER, (-12, 62), (14, 74)), ink=0.9)
    sheet.path("M-14 -40H14L12 26H-12Z", sheet.shade(_LEATHER, (-12, -40), (16, 20)), ink=1.0)
    sheet.path("M-19 -110H19L16 -40H-16Z", sheet.shade(_BRASS, (-18, -110), (20, -50)), ink=1.0)
    sheet.line("M-10 -100L-8 -46", "#fff4cf", 5, opacity=0.85)
    for top, half in ((-48, 19), (-118, 24), (18, 15)):
        box = f'x="{-half}" y="{top}" width="{half * 2}" height="12" rx="4"'
        sheet.add(f'<rect {box} fill="{_BRASS.shade}"{sheet.look.stroke(0.9)}/>')
    sheet.ellipse(0, -118, 24, 9, _BRASS.base, ink=0.9)
    sheet.ellipse(0, -118, 17, 6, "#bfe3ee", ink=0.5)
    sheet.line("M-9 -119Q-4 -122 2 -122", "#ffffff", 2.6)
    sheet.close()


def draw_treasure_map(sheet: Sheet, x: float, y: float) -> None:
    """A worn map with an island, a dotted way and a cross, held at its right edge; its middle at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-9)"')
    page = (
        "M-58 -46L-34 -50L-24 -44L4 -49L30 -47L58 -50L60 -20L55 -10L60 14L57 46L32 43L18 49L-12 45L-40 49L-60 45"
        "L-56 20L-61 6L-56 -18Z"
    )
    if sheet.look.ink is None:
        sheet.line(page, "#5a3a24", 5, opacity=0.32)
    sheet.path(page, sheet.shade(_PAPER, (-50, -46), (60, 50)), ink=1.0)
    sheet.line("M-20 -43L-18 44M20 -46L21 45", _PAPER.shade, 3, opacity=0.8)
    island = (
        "M-46 -8C-48 -30 -22 -38 -6 -30C6 -24 22 -32 28 -16C34 0 14 8 4 18C-8 30 -34 32 -40 18C-44 10 -44 2 -46 -8Z"
    )
    sheet.path(island, "#b9c58a")
    sheet.line(island, "#8a6a3c", 2.6, opacity=0.8)
    sheet.path("M-38 -6l10 -16l10 16Z", "#94804f")
    way = "M-30 20l6 -4M-18 12l4 -6M-12 0l2 -7M-4 -10l7 -1"
    sheet.line(way, "#6e4a2c", 3.6)
    sheet.line("M6 -20l14 14M20 -20l-14 14", "#c93a33", 5.6)
    sheet.line("M-50 36q5 -5 10 0t10 0M-8 38q5 -5 10 0t10 0", "#6fa0ac", 3)
    sheet.close()


def draw_kerchief(sheet: Sheet, body: Skeleton, cloth: Tones) -> None:
    """A dotted neckerchief, knotted in front."""
    n, wide, y = number, 52 * body.build.girth, body.along(0.13)
    for side in (-1, 1):
        tail = (
            f"M0 {n(y + 24)}C{n(side * 14)} {n(y + 34)} {n(side * 22)} {n(y + 52)} {n(side * 25)} {n(y + 82)}"
            f"L{n(side * 2)} {n(y + 66)}Q{n(-side * 4)} {n(y + 44)} 0 {n(y + 24)}Z"
        )
        sheet.path(tail, cloth.base if side < 0 else cloth.shade, ink=0.9)
    loop = (
        f"M{n(-wide)} {n(y - 22)}C{n(-wide * 0.76)} {n(y - 10)} {n(-wide * 0.4)} {n(y + 6)} 0 {n(y + 10)}"
        f"C{n(wide * 0.4)} {n(y + 6)} {n(wide * 0.76)} {n(y - 10)} {n(wide)} {n(y - 22)}"
        f"C{n(wide * 1.14)} {n(y + 4)} {n(wide * 0.5)} {n(y + 36)} 0 {n(y + 40)}"
        f"C{n(-wide * 0.5)} {n(y + 36)} {n(-wide * 1.14)} {n(y + 4)} {n(-wide)} {n(y - 22)}Z"
    )
    sheet.path(loop, sheet.shade(cloth, (-wide, y - 20), (wide, y + 40)), ink=1.0)
    for x, drop in ((-0.8, 0), (-0.54, 16), (-0.28, 26), (0.28, 26), (0.54, 16), (0.8, 0)):
        sheet.circle(x * wide, y + drop - 2, 4, "#fff6df")
    fold = f"M{n(-wide * 0.74)} {n(y + 1)}Q{n(-wide * 0.3)} {n(y + 17)} -10 {n(y + 22)}"
    fold += f"M{n(wide * 0.74)} {n(y + 1)}Q{n(wide * 0.3)} {n(y + 17)} 10 {n(y + 22)}"
    sheet.line(fold, cloth.deep, 2.8, opacity=0.6)
    sheet.path(
        f"M-13 {n(y + 16)}Q0 {n(y + 10)} 13 {n(y + 16)}Q17 {n(y + 30)} 10 {n(y + 40)}Q0 {n(y + 45)} -10 {n(y + 40)}"
        f"Q-17 {n(y + 30)} -13 {n(y + 16)}Z",
        sheet.shade(cloth, (-12, y + 12), (14, y + 44)),
        ink=0.9,
    )


def pirate_boot(sheet: Sheet, at: tuple[float, float], side: int, shaft: tuple[float, float], leather: Tones) -> None:
    """A boot whose sole stands at `at`; its turned-down top lies at height `shaft[0]`, half as wide as `shaft[1]`."""
    n, (x, ground), (top, half) = number, at, shaft
    boot(sheet, x, ground, side, leather, leather.deep)
    tall = f"M{n(x - half)} {n(top)}L{n(x - 30)} {n(ground - 48)}H{n(x + 31)}L{n(x + half)} {n(top)}Z"
    sheet.path(tall, sheet.shade(leather, (x - half, top), (x + half, ground - 40)), ink=1.0)
    draw_boot_top(sheet, (x, top), half, leather)
    strap = f"M{n(x - 29)} {n(ground - 44)}Q{n(x)} {n(ground - 34)} {n(x + 33)} {n(ground - 45)}"
    sheet.inked_line(strap, leather.deep, 9, 0.7)
    buckle = f'x="{n(x + side * 6 - 9)}" y="{n(ground - 48)}" width="18" height="16" rx="4"'
    sheet.add(f'<rect {buckle} fill="{_BRASS.base}"{sheet.look.stroke(0.7)}/>')


def draw_boot_top(sheet: Sheet, at: tuple[float, float], half: float, leather: Tones) -> None:
    """The turned-down top of a boot, its rim's middle at `at`."""
    n, (x, y) = number, at
    flap = (
        f"M{n(x - half * 1.08)} {n(y - 10)}Q{n(x)} {n(y)} {n(x + half * 1.08)} {n(y - 10)}"
        f"L{n(x + half * 1.2)} {n(y + 14)}Q{n(x + half * 0.5)} {n(y + 24)} {n(x)} {n(y + 32)}"
        f"Q{n(x - half * 0.5)} {n(y + 24)} {n(x - half * 1.2)} {n(y + 14)}Z"
    )
    sheet.path(flap, sheet.shade(tones(leather.light), (x - half, y - 8), (x + half, y + 26)), ink=1.0)
    stitch = f"M{n(x - half * 1.06)} {n(y + 9)}Q{n(x - half * 0.4)} {n(y + 18)} {n(x)} {n(y + 25)}"
    stitch += f"Q{n(x + half * 0.4)} {n(y + 18)} {n(x + half * 1.06)} {n(y + 9)}"
    sheet.line(stitch, leather.deep, 2.4, opacity=0.7)
