"""Measure a finished drawing again, pixels only, and name what of the person did not survive."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from limner.characters.character import Character
from limner.engine.color import chroma, hex_to_lab, hue_deg, lab_to_hex
from limner.engine.images import RgbImage
from limner.engine.measure.drawn_face import DrawnFace, read_drawn_face
from limner.engine.rig.eyes import IRIS
from limner.engine.traits import Lab
from limner.errors import NoFace
from limner.faces.find import find_faces

Verdict = Literal["kept", "lost", "unsure"]

_FRAME, _NO_FRAME = 4.5, 2.5
"""Drawn glasses give 5 and more, half rims in watercolor 2.5; characters without them 2.3 at most,
painted portraits up to 3.7."""
_DARK_LENS: Final = 33.0
_COLOURLESS: Final = 5.0
"""Chroma of skin below which a drawing is pencil or ink: no tone of skin is so grey."""
_HAIR_NEAR, _HAIR_ENOUGH, _HAIR_SCARCE = 21.0, 0.24, 0.06
"""Distance in Lab at which a pixel is the hair's, and its share of the band around the forehead."""
_NO_HAIR: Final = frozenset({"bald", "buzz", "wisps", "fluff", "receding", "cornrows"})
_EYE_NEIGHBOURS: Final = (
    frozenset({"dark-brown", "brown"}),
    frozenset({"brown", "hazel"}),
    frozenset({"grey", "blue"}),
)
_EYE_NEAR: Final = (frozenset({"hazel", "green"}), frozenset({"green", "grey"}), frozenset({"green", "blue"}))
_BEARD_AREAS: Final = {
    "short": ("chin", "jaw-left", "jaw-right"),
    "full": ("chin", "jaw-left", "jaw-right"),
    "long": ("chin", "jaw-left", "jaw-right"),
    "goatee": ("chin",),
    "none": ("chin", "jaw-left", "jaw-right"),
}
"""Where each beard must show; the others are too small or too faint to be asked for."""


@dataclass(frozen=True, slots=True)
class Check:
    """One attribute of the character, and what the drawing shows of it."""

    name: str
    expected: str
    seen: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at in a drawing."""

    checks: tuple[Check, ...]

    @property
    def lost(self) -> tuple[Check, ...]:
        """What surely did not survive."""
        return tuple(check for check in self.checks if check.verdict == "lost")


def verify(drawing: RgbImage, character: Character) -> Verification:
    """Compare a drawing of any provider with the character it should show."""
    try:
        face = find_faces(drawing)[0]
    except NoFace:
        return Verification((Check("face", "a face", "no face that could be measured", "unsure"),))
    seen = read_drawn_face(drawing, face.mesh_px)
    value = {name: str(reading.value) for name, reading in character.readings.items()}
    return Verification(tuple(_checks(seen, value)))


def _checks(seen: DrawnFace, value: dict[str, str]) -> Iterator[Check]:
    yield _glasses(seen, value["glasses.frame"])
    if chroma(seen.skin) < _COLOURLESS:
        for name in ("skin.tone", "hair.colour", "eyes.colour"):
            yield Check(name, value[name], "a drawing without colour", "unsure")
        return
    yield _skin(seen.skin, value["skin.tone"])
    if value["head.covering"] == "none" and value["hair.style"] not in _NO_HAIR:
        yield _hair(seen, value["hair.colour"])
    if value["glasses.frame"] != "sunglasses":
        yield _eyes(seen, value["eyes.colour"])
    if value["age.band"] == "adult":
        color = hex_to_lab(value["beard.colour"])
        beard, moustache = value["beard.style"], value["moustache.style"]
        if beard in _BEARD_AREAS:
            yield _whiskers("beard.style", beard, seen, color, _BEARD_AREAS[beard])
        if moustache in {"full", "none"} and beard in {"none", "goatee"}:
            yield _whiskers("moustache.style", moustache, seen, color, ("lip",))


def _glasses(face: DrawnFace, expected: str) -> Check:
    seen = "sunglasses" if _is_shaded(face) else "glasses" if face.frame >= _FRAME else "none"
    wanted = expected if expected in {"none", "sunglasses"} else "glasses"
    verdict: Verdict = "kept" if seen == wanted else "lost"
    between = _NO_FRAME <= face.frame < _FRAME
    if verdict == "lost" and (between or {seen, wanted} == {"glasses", "sunglasses"}):
        verdict = "unsure"
    return Check("glasses.frame", expected, seen, verdict)


def _is_shaded(face: DrawnFace) -> bool:
    """Dark lenses: the eyes are darker than any eye with its white, and a frame stands around them."""
    return face.frame > _NO_FRAME and face.eye_lightness < min(_DARK_LENS, face.skin[0] - 8)


def _skin(seen: Lab, tone: str) -> Check:
    expected = hex_to_lab(tone)
    lightness = abs(seen[0] - expected[0])
    turn = abs((hue_deg(seen) - hue_deg(expected) + 180) % 360 - 180)
    # On nearly grey skin the hue says little.
    turn = turn if min(chroma(seen), chroma(expected)) > 8 else 0.0  # noqa: PLR2004 - a barely visible tint
    verdict: Verdict = "unsure"
    if lightness <= 9 and turn <= 14:  # noqa: PLR2004 - half a step between two families of skin
        verdict = "kept"
    elif lightness > 16 or turn > 28:  # noqa: PLR2004 - a whole step
        verdict = "lost"
    return Check("skin.tone", tone, lab_to_hex(seen), verdict)


def _hair(face: DrawnFace, color: str) -> Check:
    """Some of what stands around the forehead must have the hair's colour."""
    expected, tone = np.array(hex_to_lab(color)), np.array(face.skin)
    if len(face.hair) == 0:
        return Check("hair.colour", color, "nothing", "unsure")
    distance = np.linalg.norm((face.hair - expected) * [0.7, 1.0, 1.0], axis=1)
    from_skin = np.linalg.norm((face.hair - tone) * [0.7, 1.0, 1.0], axis=1)
    # White hair is near to fair skin: a pixel is the hair's only if it is nearer to it.
    share = round(float(((distance < _HAIR_NEAR) & (distance < from_skin)).mean()), 3)
    apart = face.hair[from_skin > _HAIR_NEAR]
    middle = np.median(apart if len(apart) else face.hair, axis=0)
    seen = lab_to_hex((float(middle[0]), float(middle[1]), float(middle[2])))
    verdict: Verdict = "kept" if share >= _HAIR_ENOUGH else "lost" if share < _HAIR_SCARCE else "unsure"
    return Check("hair.colour", color, seen, verdict)


def _eyes(face: DrawnFace, expected: str) -> Check:
    names: list[str] = [*IRIS]
    if len(face.irises) < 30 or _is_shaded(face):  # noqa: PLR2004 - closed, or too small to tell
        return Check("eyes.colour", expected, "too little of the iris", "unsure")
    apart = (face.irises[:, None] - np.array([*IRIS.values()], np.float32)) * [0.5, 1.0, 1.0]
    nearest = np.linalg.norm(apart, axis=2).argmin(axis=1)
    share = dict(zip(names, (np.bincount(nearest, minlength=len(names)) / len(nearest)).tolist(), strict=True))
    # Pupil and lashes look dark brown, the white of the eye grey: so much of them is in every eye.
    share["dark-brown"] -= 0.3
    share["grey"] -= 0.27
    seen = max(names, key=lambda name: round(share[name], 3))
    both = frozenset({seen, expected})
    if seen == expected or both in _EYE_NEIGHBOURS:
        return Check("eyes.colour", expected, seen, "kept")
    sure = both not in _EYE_NEAR and share[seen] > 0.2 and share[expected] < 0.1  # noqa: PLR2004 - of the iris
    return Check("eyes.colour", expected, seen, "lost" if sure else "unsure")


def _whiskers(name: str, expected: str, face: DrawnFace, color: Lab, areas: tuple[str, ...]) -> Check:
    """How far each patch has gone from the cheek's colour towards the whiskers': 0 bare .. 1 covered."""
    if expected == "none":
        # Nobody says what colour whiskers that are not there would have: anything darker and greyer counts.
        color = (max(8.0, face.skin[0] - 30), face.skin[1] / 2, face.skin[2] / 2)
    skin, toward = np.array(face.skin), np.array(color) - np.array(face.skin)
    length = float(np.linalg.norm(toward))
    if length < 22:  # noqa: PLR2004 - whiskers of nearly the skin's colour can't be told from it
        return Check(name, expected, "too like the skin to tell", "unsure")
    shares = [float((np.array(face.beard_areas[area]) - skin) @ toward) / length**2 for area in areas]
    # A beard must cover all of its areas; on a bare chin at least one of them stays bare.
    least = round(min(shares), 3)
    seen = "bare skin" if least < 0.15 else "whiskers" if least > 0.3 else "a shade"  # noqa: PLR2004 - of the way
    wanted = "bare skin" if expected == "none" else "whiskers"
    # What darkens a bare upper lip is more often an open mouth than a moustache.
    open_question = seen == "a shade" or (wanted == "bare skin" and areas == ("lip",))
    verdict: Verdict = "kept" if seen == wanted else "unsure" if open_question else "lost"
    return Check(name, expected, seen, verdict)
