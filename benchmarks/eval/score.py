"""What one drawing is worth: identity, skin tone, seconds."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.eval.drawn_face import cheek_tone, find_drawn_face
from benchmarks.eval.gallery import Gallery, Likeness
from benchmarks.eval.identity import Identity
from benchmarks.eval.portrait import face_place, portrait_of
from benchmarks.eval.sitters import Sitter, faces_in, load_photo, name_of

from limner.catalog.style import Style
from limner.engine.arrays import Points
from limner.engine.color import hex_to_lab, hue_deg
from limner.engine.images import RgbImage
from limner.engine.traits import Lab

CLOSE_UP_PX: Final = 560
LIGHTNESS_BAR: Final = 5.0
HUE_BAR_DEG: Final = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """One drawing. `found`: a detector sees its face; `lightness` and `hue_deg` are cheeks minus measured skin."""

    sitter: Sitter
    style: Style
    picture: RgbImage
    found: bool
    likeness: Likeness
    lightness: float
    hue_deg: float
    seconds: float

    @property
    def skin_kept(self) -> bool:
        """Whether the skin stayed within the bar."""
        return is_kept(self.lightness, self.hue_deg)


def is_kept(lightness: float, hue: float) -> bool:
    """Whether a drift of skin lies within the bar."""
    return abs(lightness) <= LIGHTNESS_BAR and abs(hue) <= HUE_BAR_DEG


def score(sitter: Sitter, style: Style, gallery: Gallery, identity: Identity) -> Score:
    """Draw the close-up and judge it."""
    started_s = time.perf_counter()
    picture = portrait_of(sitter.character, style, CLOSE_UP_PX, sitter.sitting)
    seconds = time.perf_counter() - started_s
    seen = find_drawn_face(picture)
    box = seen or face_place(sitter.character, style, CLOSE_UP_PX)
    likeness = gallery.compare(sitter.name, identity.print_of(picture, box))
    lightness, hue = drift(cheek_tone(picture, box), skin_of(sitter))
    return Score(sitter, style, picture, seen is not None, likeness, lightness, hue, seconds)


def skin_of(sitter: Sitter) -> Lab:
    """The measured skin: the photo's, exposure corrected."""
    return hex_to_lab(str(sitter.character.readings["skin.tone"].value))


def drift(drawn: Lab, photo: Lab) -> tuple[float, float]:
    """Lightness and hue (degrees, -180..180) of `drawn` minus those of `photo`."""
    return round(drawn[0] - photo[0], 2), round((hue_deg(drawn) - hue_deg(photo) + 180) % 360 - 180, 2)


def build_gallery(paths: Sequence[Path], identity: Identity) -> Gallery:
    """The prints of all faces of some photos, also of those too small to be drawn: they are distractors."""
    names, photos, prints = list[str](), list[str](), list[Points]()
    for path in paths:
        image = load_photo(path)
        faces = faces_in(image)
        for number, face in enumerate(faces, 1):
            names.append(name_of(path, number, len(faces)))
            photos.append(path.stem)
            prints.append(identity.print_of(image, face.box))
    return Gallery(names, photos, prints)
