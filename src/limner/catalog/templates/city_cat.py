"""The hero of the roofs."""

from limner.catalog.companions.cat import draw_cat
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_CAPE = tones("#d9404f")


def draw_hero_cat(sheet: Sheet, x: float, y: float) -> None:
    """A sandy cat in a red cape that sits at (x, y); the evening wind takes the cape."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(.86)"')
    cape = (
        "M-30 -112C-70 -84 -104 -78 -134 -92C-128 -64 -112 -52 -120 -28"
        "C-96 -16 -70 -20 -44 -6L40 -10C50 -50 44 -90 30 -112Z"
    )
    sheet.path(cape, sheet.shade(_CAPE, (40, -100), (-110, -40)), ink=1.0)
    sheet.line("M-40 -96C-66 -70 -90 -58 -112 -58M-36 -76C-54 -48 -72 -36 -92 -30", _CAPE.deep, 3.4, opacity=0.7)
    sheet.close()
    draw_cat(sheet, (x, y), 0.85, coat="#e6c4a0")
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(.85)"')
    sheet.path("M-44 -92Q0 -66 44 -92L42 -78Q0 -52 -42 -78Z", _CAPE.base, ink=0.8)
    sheet.circle(0, -69, 10, "#f7c544", ink=0.7)
    sheet.path(
        "M0 -76L2.200 -71.500L7 -71L3.400 -67.800L4.400 -63L0 -65.500L-4.400 -63L-3.400 -67.800L-7 -71L-2.200 -71.500Z",
        "#ffffff",
    )
    sheet.close()
