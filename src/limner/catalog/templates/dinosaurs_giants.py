"""The large ones: a long neck that looks over, and a small herd far off."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SKIN = tones("#5fa7a0")
_BELLY = tones("#f3e4b4")
_HERD = "#86b0a4"


def draw_herd(sheet: Sheet) -> None:
    """Three long necks at the edge of the jungle, pale with distance."""
    for x, y, size in ((296, 868, 0.62), (206, 872, 0.44), (590, 874, 0.4)):
        sheet.open(f' transform="translate({x} {y}) scale({number(size, 2)})"')
        shape = (
            "M-60 0L-64 -54C-90 -50 -130 -30 -160 -8C-140 -50 -100 -96 -50 -106C-10 -112 16 -120 30 -150"
            "C40 -180 44 -214 58 -226C74 -236 96 -226 98 -214C94 -206 80 -208 72 -204C66 -170 62 -130 44 -96"
            "C40 -80 40 -40 40 0H20L14 -42C-6 -38 -22 -40 -34 -44L-38 0Z"
        )
        sheet.path(shape, _HERD, ink=0.5)
        sheet.close()


def draw_long_neck(sheet: Sheet, x: float, y: float) -> None:
    """A brachiosaur behind the meadow, leaves in its mouth, its head turned to the person."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(1.06)"')
    sheet.path("M-44 -60L-40 20H-2L0 -60ZM92 -70L88 20H124L136 -70Z", _SKIN.deep, ink=0.8)
    tail = "M120 -150C170 -146 220 -110 260 -60C214 -84 170 -84 130 -70Z"
    sheet.path(tail, _SKIN.shade, ink=0.9)
    body = (
        "M-96 -96C-104 -150 -62 -190 4 -196C80 -202 148 -176 156 -112C160 -70 152 -20 150 24H108C108 -14 102 -36 94 -46"
        "C50 -30 6 -30 -22 -44C-28 -26 -26 0 -24 24H-70C-72 -20 -88 -50 -96 -96Z"
    )
    neck = (
        "M-96 -92C-104 -190 -84 -300 -74 -400C-72 -436 -84 -452 -96 -458L-52 -482C-26 -470 -16 -440 -18 -404"
        "C-20 -320 -4 -240 40 -180C20 -120 -50 -70 -96 -92Z"
    )
    sheet.path(body, sheet.shade(_SKIN, (-60, -180), (140, -10)), ink=1.0)
    sheet.path(neck, sheet.shade(_SKIN, (-90, -300), (20, -220)), ink=1.0)
    sheet.path("M-50 -130C-60 -180 -20 -190 20 -186L50 -150L10 -90C-20 -80 -44 -90 -50 -130Z", _SKIN.base)
    throat = "M-97 -110C-102 -200 -84 -300 -74 -400L-60 -398C-66 -300 -76 -200 -66 -112C-66 -96 -84 -92 -97 -110Z"
    sheet.path(throat, _BELLY.base, opacity=0.9)
    folds = (
        "M-71 -380h14M-75 -350h14M-79 -320h14M-83 -290h14M-87 -260h15M-91 -230h16M-94 -200h17M-96 -170h18M-98 -140h19"
    )
    sheet.line(folds, _BELLY.deep, 2.6, opacity=0.6)
    for sx, sy, rx, ry in (
        (-36, -300, 9, 15),
        (-24, -250, 11, 17),
        (-2, -208, 13, 16),
        (-40, -360, 7, 12),
        (50, -170, 22, 14),
        (98, -150, 18, 13),
        (20, -140, 15, 11),
        (72, -124, 14, 10),
        (128, -112, 11, 13),
    ):
        sheet.ellipse(sx, sy, rx, ry, _SKIN.shade, opacity=0.7, turn_deg=-20)
    for toe in (-62, -48, -34, 116, 130, 143):
        sheet.ellipse(toe, 20, 6.500, 5, _BELLY.base, ink=0.4)
    _head(sheet)
    sheet.close()


def _head(sheet: Sheet) -> None:
    sheet.line("M-150 -424C-176 -418 -194 -398 -198 -376M-150 -424C-166 -400 -168 -380 -160 -366", "#4a8a52", 4)
    for lx, ly, turn in ((-186, -402, 60), (-196, -382, 80), (-166, -388, 100), (-176, -412, 30), (-160, -368, 90)):
        sheet.ellipse(lx, ly, 15, 7, "#7fbf5c", ink=0.5, turn_deg=turn)
    head = (
        "M-44 -474C-58 -500 -92 -504 -112 -486C-122 -474 -142 -470 -158 -462C-176 -452 -180 -430 -164 -420"
        "C-140 -408 -100 -412 -76 -424C-52 -432 -36 -452 -44 -474Z"
    )
    sheet.path(head, sheet.shade(_SKIN, (-130, -490), (-70, -420)), ink=1.0)
    sheet.path(
        "M-170 -440C-172 -428 -166 -420 -160 -418C-136 -408 -100 -412 -78 -424C-104 -424 -146 -424 -170 -440Z",
        _BELLY.base,
    )
    sheet.line("M-172 -440C-146 -424 -112 -424 -84 -436", _SKIN.deep, 3.4)
    sheet.ellipse(-158, -452, 4, 2.6, _SKIN.deep)
    sheet.ellipse(-96, -466, 12, 13, "#ffffff", ink=0.4)
    sheet.ellipse(-99, -465, 8.500, 10.500, "#1e2a38")
    sheet.circle(-102, -469, 3.6, "#ffffff")
    sheet.line("M-112 -484q12 -9 26 -2", _SKIN.deep, 3.4)
    sheet.ellipse(-76, -446, 11, 7, "#f2a48a", opacity=0.65)
    sheet.line("M-60 -494C-40 -480 -26 -450 -24 -410C-26 -340 -14 -270 14 -214", "#bfe8c4", 4, opacity=0.5)
