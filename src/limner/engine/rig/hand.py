"""Hands: a palm and stroked fingers, edged as one shape, so that an outline never breaks between fingers."""

from limner.engine.rig.pose import HandKind
from limner.engine.sheet import Sheet
from limner.engine.vectors import number

_PALM = "M-17 4C-20 -10 -25 -22 -24 -36C-23 -46 -12 -50 0 -50C13 -50 23 -46 24 -36C25 -22 20 -10 17 4Q0 10 -17 4Z"
_FIST = "M-21 -6C-25 -24 -16 -36 0 -37C16 -37 25 -26 23 -8C22 6 12 12 0 12C-12 12 -19 6 -21 -6Z"
_REST = "M-16 4C-21 -8 -25 -22 -21 -38C-17 -52 10 -54 18 -40C23 -28 20 -10 16 4Q0 9 -16 4Z"
_SHAPES: dict[HandKind, tuple[str, tuple[tuple[str, float], ...], str]] = {
    "open": (
        _PALM,
        (
            ("M-17 -38L-25 -64", 14.5),
            ("M-6 -44L-9 -76", 15),
            ("M7 -44L10 -76", 15),
            ("M18 -38L28 -62", 14),
            ("M14 -14Q30 -18 38 -34", 15),
        ),
        "M-12 -22Q0 -12 13 -22",
    ),
    "relaxed": (
        _REST,
        (
            ("M-13 -42Q-15 -54 -10 -62", 14),
            ("M-2 -46Q-3 -58 0 -66", 14),
            ("M10 -42Q11 -54 10 -61", 14),
            ("M-14 -16Q-26 -26 -24 -40", 14),
        ),
        "M-5 -52L-5 -42M5 -52L5 -42",
    ),
    "grip": (
        _FIST,
        (
            ("M-14 -2L-14 8", 13),
            ("M-4 0L-4 12", 13),
            ("M6 0L6 12", 13),
            ("M15 -2L15 8", 12),
            ("M-18 -16Q-8 -24 4 -18", 13),
        ),
        "M-9 -4L-9 8M1 -4L1 9M11 -4L11 8",
    ),
    "hug": (
        "M12 -21C0 -24 -9 -20 -11 -8C-13 4 -10 16 0 21C11 25 21 19 23 5C24 -9 20 -18 12 -21Z",
        (("M0 -13L-24 -17", 13.5), ("M-2 -2L-30 -4", 14), ("M-1 9L-27 9", 13.5), ("M4 17L-17 21", 12.5)),
        "M-2 -8L-18 -10M-4 4L-20 3M-2 14L-16 15",
    ),
    # Seen from its back, wrist up: the fingers close around the rim below, the thumb lies along it, inwards.
    "rim": (
        "M-17 -12C-22 -2 -24 12 -21 24C-14 34 14 34 21 24C24 12 22 -2 17 -12Q0 -18 -17 -12Z",
        (
            ("M-15 20L-14 31", 13),
            ("M-5 22L-4 36", 13.5),
            ("M6 22L6 36", 13.5),
            ("M15 20L15 31", 13),
            ("M15 2L27 17", 14),
        ),
        "M-9 26L-9 35M1 27L1 38M11 26L11 35",
    ),
}


def draw_hand(  # noqa: PLR0913 - kind, place, turn, size and two colours
    sheet: Sheet,
    kind: HandKind,
    at: tuple[float, float],
    turn_deg: float,
    side: int,
    scale: float,
    *,
    color: str,
    crease: str,
) -> None:
    """A hand whose wrist is `at`, fingers up before the turn; `side` -1 is the viewer's left hand."""
    palm, fingers, folds = _SHAPES[kind]
    place = f"translate({number(at[0])} {number(at[1])}) rotate({number(side * turn_deg)})"
    # The thumb of a raised left hand points right, towards the head, hence the mirror on the other side.
    sheet.open(f' transform="{place} scale({number(-side * scale, 3)} {number(scale, 3)})"')
    if sheet.look.ink is not None:
        edge = 2 * sheet.look.ink_width
        for data, width in fingers:
            sheet.line(data, sheet.look.ink, width + edge)
        sheet.path(palm, sheet.look.ink, ink=2.0)
    sheet.path(palm, color)
    for data, width in fingers:
        sheet.line(data, color, width)
    sheet.line(folds, crease, 2.6, opacity=0.8)
    sheet.close()
