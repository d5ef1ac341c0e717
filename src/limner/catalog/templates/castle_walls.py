"""The castle: a keep, round towers with pointed roofs and flags, a gatehouse, lit from the left."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_STONE = tones("#f0d9b6")
_ROOF = tones("#cd6157")
_WINDOW = "#5b4a7a"
_GOLD = "#f2bd4b"


def draw_castle(sheet: Sheet) -> None:
    """From the keep at the back to the gate in front; its ground is at y = 668."""
    sheet.ellipse(800, 674, 224, 17, "#41705c", opacity=0.4)
    _tower(sheet, 672, 560, 318, 33, 118, flag="#4f7cc4")
    _tower(sheet, 884, 560, 300, 36, 126, flag="#e7a93c")
    _keep(sheet)
    _wall(sheet, 600, 944, 486, 666)
    _tower(sheet, 606, 676, 424, 40, 112, flag="#e7a93c")
    _tower(sheet, 928, 674, 418, 41, 116, flag="#4f7cc4")
    _gate(sheet)


def _cylinder(sheet: Sheet, x: float, half: float) -> str:
    """Sunlit on the left, violet shade on the right; two clean tones in a cel look."""
    if sheet.look.shading == "cel":
        stops = [(0.0, _STONE.base, 1.0), (0.56, _STONE.base, 1.0), (0.57, "#c8aabb", 1.0), (1.0, "#c8aabb", 1.0)]
    else:
        stops = [(0.0, "#fff0cc", 1.0), (0.3, _STONE.base, 1.0), (0.7, "#d3b3b4", 1.0), (1.0, "#a98fb8", 1.0)]
    return sheet.linear((x - half, 0), (x + half, 0), list(stops))


def _tower(sheet: Sheet, x: float, base: float, top: float, half: float, roof: float, *, flag: str) -> None:
    n, wide = number, half * 1.22
    paint = _cylinder(sheet, x, half)
    sheet.path(
        f"M{n(x - half)} {n(top)}V{n(base)}Q{n(x)} {n(base + half * 0.3)} {n(x + half)} {n(base)}V{n(top)}Z",
        paint,
        ink=0.8,
    )
    crown = (
        f"M{n(x - wide)} {n(top - 4)}V{n(top + 24)}Q{n(x)} {n(top + 24 + half * 0.34)} {n(x + wide)} "
        f"{n(top + 24)}V{n(top - 4)}Z"
    )
    sheet.path(
        (
            f"M{n(x - half)} {n(top + 26)}Q{n(x)} {n(top + 54)} {n(x + half)} {n(top + 26)}"
            f"V{n(top + 40)}Q{n(x)} {n(top + 66)} {n(x - half)} {n(top + 40)}Z"
        ),
        "#8d74a6",
        opacity=0.4,
    )
    sheet.path(crown, _cylinder(sheet, x, wide), ink=0.8)
    _bricks(sheet, x, top + 60, base - 20, half)
    _window(sheet, x - half * 0.1, top + 96, half * 0.24)
    peak, eave = top - roof, wide * 1.14
    cone = (
        f"M{n(x)} {n(peak)}Q{n(x - eave * 0.42)} {n(top - roof * 0.34)} {n(x - eave)} {n(top)}"
        f"Q{n(x)} {n(top + half * 0.46)} {n(x + eave)} {n(top)}Q{n(x + eave * 0.42)} "
        f"{n(top - roof * 0.34)} {n(x)} {n(peak)}Z"
    )
    sheet.path(cone, sheet.shade(_ROOF, (x - eave, top), (x + eave * 0.8, top)), ink=0.8)
    dark = (
        f"M{n(x)} {n(peak)}Q{n(x + eave * 0.42)} {n(top - roof * 0.34)} {n(x + eave)} {n(top)}"
        f"Q{n(x + eave * 0.6)} {n(top + half * 0.2)} {n(x + eave * 0.36)} {n(top + half * 0.2)}"
        f"Q{n(x + eave * 0.1)} {n(top - roof * 0.4)} {n(x)} {n(peak)}Z"
    )
    sheet.path(dark, "#7d3a62", opacity=0.42)
    rows = "".join(
        (
            f"M{n(x - eave * s)} {n(top - roof * h)}Q{n(x)} {n(top - roof * h + half * 0.4 * s)} "
            f"{n(x + eave * s)} {n(top - roof * h)}"
        )
        for s, h in ((0.7, 0.17), (0.46, 0.4))
    )
    sheet.line(rows, _ROOF.deep, 2.4, opacity=0.45)
    _flag(sheet, x, peak, flag, half / 36)


def _flag(sheet: Sheet, x: float, peak: float, color: str, size: float) -> None:
    n, high = number, 44 * size
    sheet.line(f"M{n(x)} {n(peak + 6)}V{n(peak - high)}", "#8a6a4c", 3.4)
    sheet.circle(x, peak - high, 4 * size, _GOLD)
    y = peak - high + 5
    cloth = (
        f"M{n(x + 2)} {n(y)}q{n(16 * size)} {n(-8 * size)} {n(28 * size)} {n(3 * size)}"
        f"t{n(30 * size)} {n(2 * size)}l{n(-14 * size)} {n(11 * size)}l{n(12 * size)} {n(12 * size)}"
        f"q{n(-16 * size)} {n(6 * size)} {n(-28 * size)} {n(-3 * size)}t{n(-28 * size)} {n(-1 * size)}"
        "Z"
    )
    sheet.path(cloth, color, ink=0.6)


def _window(sheet: Sheet, x: float, y: float, half: float) -> None:
    n = number
    arch = (
        f"M{n(x - half)} {n(y + half * 2.4)}V{n(y)}A{n(half)} {n(half * 1.2)} 0 0 1 {n(x + half)} "
        f"{n(y)}V{n(y + half * 2.4)}Z"
    )
    sheet.path(arch, _WINDOW, ink=0.5)
    sheet.line(f"M{n(x - half * 1.5)} {n(y + half * 2.6)}H{n(x + half * 1.5)}", "#fff3d8", 3.6)
    sheet.line(f"M{n(x - half * 0.5)} {n(y + half)}v{n(half)}", "#ffd58a", 2.6, opacity=0.9)


def _bricks(sheet: Sheet, x: float, top: float, base: float, half: float) -> None:
    marks, n, row = "", number, 0
    y = top
    while y < base - 12:
        at = x + half * (-0.62, 0.3, -0.2, 0.62, -0.7)[row % 5]
        marks += f"M{n(at - 7)} {n(y)}h14M{n(at - half * 0.1)} {n(y + 9)}h9"
        y, row = y + 33, row + 1
    sheet.line(marks, "#b08d86", 2.6, opacity=0.6)


def _battlement(left: float, right: float, y: float, tooth: float) -> str:
    """Path data of a wall's upper edge from left to right."""
    data, x, n = f"M{number(left)} {number(y)}", left, number
    while x + 2 * tooth <= right + 1:
        data += f"V{n(y - tooth)}H{n(x + tooth)}V{n(y)}H{n(x + 2 * tooth)}"
        x += 2 * tooth
    return f"{data}H{n(right)}"


def _wall(sheet: Sheet, left: float, right: float, top: float, base: float) -> None:
    paint = sheet.linear((left, 0), (right, 0), [(0, "#f7dfba", 1), (0.55, "#e0c0b0", 1), (1, "#b79cb6", 1)])
    sheet.path(f"{_battlement(left, right, top, 15)}V{number(base)}H{number(left)}Z", paint, ink=0.8)
    sheet.line(f"M{number(left)} {number(top + 18)}H{number(right)}", "#a5868f", 4, opacity=0.5)
    for x in (662, 690, 852, 880, 906):
        sheet.line(f"M{x} {top + 46:.0f}v26", _WINDOW, 7)
    marks = "".join(
        f"M{x} {y}h16"
        for x, y in ((650, 590), (672, 612), (664, 640), (862, 600), (886, 628), (898, 584), (650, 550), (878, 650))
    )
    sheet.line(marks, "#a5868f", 2.8, opacity=0.55)


def _keep(sheet: Sheet) -> None:
    """The great tower, with a rose window, battlements, and the highest roof."""
    sheet.path(f"{_battlement(714, 834, 322, 15)}V540H714Z", _cylinder(sheet, 774, 60), ink=0.8)
    sheet.line("M714 340H834", "#a5868f", 4, opacity=0.5)
    for x in (742, 774, 806):
        _window(sheet, x, 378 if x != 774 else 368, 9)
    sheet.circle(774, 440, 21, "#fff0d4", ink=0.6)
    sheet.circle(774, 440, 16, _WINDOW)
    sheet.line(
        "M774 425V455M759 440H789M763.500 429.500L784.500 450.500M784.500 429.500L763.500 450.500", "#ffd58a", 2.6
    )
    _tower(sheet, 774, 318, 232, 36, 132, flag="#c8465a")


def _gate(sheet: Sheet) -> None:
    """Two slim towers, the arch between them with its raised grating, and a shield above."""
    sheet.path(f"{_battlement(726, 822, 506, 12)}V668H726Z", _cylinder(sheet, 774, 60), ink=0.8)
    arch = "M742 670V600A32 36 0 0 1 806 600V670Z"
    sheet.path("M734 670V600A40 45 0 0 1 814 600V670Z", "#c9a98c", ink=0.8)
    sheet.path(arch, sheet.linear((0, 570), (0, 670), [(0, "#3b2c4c", 1), (1, "#7a5560", 1)]), ink=0.6)
    sheet.line("M752 575V612M763 567V616M774 565V618M785 567V616M796 575V612M744 590H804M743 606H805", "#6f5244", 3.6)
    sheet.path("M758 524h32v18q0 16 -16 22q-16 -6 -16 -22Z", "#4f7cc4", ink=0.7)
    sheet.path("M774 529L777 538L786 538L779 544L782 553L774 547L766 553L769 544L762 538L771 538Z", _GOLD)
    _tower(sheet, 712, 678, 500, 27, 84, flag="#c8465a")
    _tower(sheet, 836, 678, 500, 27, 84, flag="#c8465a")
