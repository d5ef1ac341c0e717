"""Compare all face detectors on the same pictures: faces found, false ones, and milliseconds.

    python benchmarks/detectors.py [--photos ../shared/photos] [--rounds N]

The pictures are the sample portrait in eight guises, three pictures of things and an animal from scikit-image, and
those photos of the folder whose faces are written down here. RetinaFace takes part if LIMNER_RETINAFACE_ONNX is set.
"""

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from limner import model_files
from limner.engine import opencv
from limner.engine.codec import decode
from limner.engine.images import RgbImage
from limner.errors import MissingError
from limner.faces import registry
from limner.faces.detector import Detection, Detector
from limner.settings import Settings


class Mark(NamedTuple):
    """The middle of a true face and its width, judged by eye."""

    x_px: float
    y_px: float
    width_px: float


class Picture(NamedTuple):
    """A picture and all its faces."""

    image: RgbImage
    faces: tuple[Mark, ...]


_THINGS: Final = ("chelsea.png", "coffee.png", "rocket.jpg", "motorcycle_left.png")
_PHOTOS: Final[dict[str, tuple[Mark, ...]]] = {
    "baby-hands.jpg": (Mark(369, 301, 370),),
    "cat.jpg": (),
    "child-from-behind.jpg": (),
    "children-crowd.jpg": (
        Mark(1073, 450, 224), Mark(628, 476, 240), Mark(241, 230, 197), Mark(837, 695, 216), Mark(890, 283, 152),
    ),
    "forest-no-face.jpg": (),
    "group-far.jpg": (
        Mark(220, 137, 28), Mark(255, 116, 28), Mark(368, 124, 25), Mark(508, 140, 23), Mark(569, 207, 20),
        Mark(622, 196, 20),
    ),
    "man-stubble.jpg": (Mark(372, 454, 350),),
    "official-portrait.jpg": (Mark(492, 256, 245),),
    "woman-bun.jpg": (Mark(396, 556, 390),),
    "woman-standing.jpg": (Mark(450, 332, 138),),
}  # fmt: skip
_SAMPLE: Final = Mark(224, 118, 91)
_WIDTHS: Final = (0.5, 2.0)
"""A box as wide as this, in widths of the face, still counts as that face: Haar's squares hold hair and neck."""


def sample_pictures() -> list[Picture]:
    """What everybody can repeat: the sample portrait tilted, small, dim, blurred and twice, and pictures of things."""
    portrait = decode(model_files.path("sample-astronaut.png").read_bytes()).pixels
    mirrored = Mark(511 - _SAMPLE.x_px, _SAMPLE.y_px, _SAMPLE.width_px)
    found = [
        Picture(RgbImage(portrait), (_SAMPLE,)),
        Picture(RgbImage(np.ascontiguousarray(portrait[:, ::-1])), (mirrored,)),
        Picture(RgbImage((portrait * 0.3).astype(np.uint8)), (_SAMPLE,)),
        Picture(RgbImage(opencv.blur(portrait, 2.5)), (_SAMPLE,)),
        *(_tilted(portrait, degrees) for degrees in (20, 40)),
        _far(portrait),
        Picture(
            RgbImage(np.concatenate([portrait, portrait[:, ::-1]], axis=1)),
            (_SAMPLE, mirrored._replace(x_px=mirrored.x_px + 512)),
        ),
    ]
    from skimage import data_dir

    return found + [Picture(decode((Path(data_dir) / name).read_bytes()), ()) for name in _THINGS]


def photo_pictures(folder: Path) -> list[Picture]:
    """The photos of the folder whose faces are known."""
    known = [(folder / name, faces) for name, faces in _PHOTOS.items()]
    return [Picture(decode(path.read_bytes()), faces) for path, faces in known if path.is_file()]


def table(folder: Path, rounds: int) -> str:
    """A row for each detector, the pictures' origin beneath."""
    opencv.use_threads(Settings().threads)
    samples, photos = sample_pictures(), photo_pictures(folder)
    lines = [
        "| detector | licence | sample: found | false | photos: found | false | ms at 640 px |",
        "|---|---|---|---|---|---|---|",
    ]
    for entry in registry.detectors():
        try:
            detector = registry.detector(entry.name)
        except MissingError as error:
            lines.append(f"| {entry.name} | {entry.licence} | not measured: {error.message} | | | | |")
            continue
        cells = [_cells(detector, pictures) for pictures in (samples, photos)]
        warm_ms = _warm_ms(detector, samples[0].image, rounds)
        lines.append(f"| {entry.name} | {entry.licence} | {' | '.join(cells)} | {warm_ms:.0f} |")
    return "\n".join(lines) + (
        f"\n\nEach sees the same {len(samples)} pictures made of the sample portrait and of things, and {len(photos)} "
        "photos. False: a box on no face, or a second one on the same. Milliseconds: the median of "
        f"{rounds} warm looks at the sample portrait, brought to 640 x 640 px."
    )


def _cells(detector: Detector, pictures: Sequence[Picture]) -> str:
    true = found = false = 0
    for picture in pictures:
        boxes = detector.detect(picture.image)
        hits = sum(any(_is(box, mark) for box in boxes) for mark in picture.faces)
        true, found, false = true + len(picture.faces), found + hits, false + len(boxes) - hits
    return f"{found} of {true} | {false}"


def _is(found: Detection, mark: Mark) -> bool:
    x_px, y_px = found.box.center_px
    near = max(abs(x_px - mark.x_px), abs(y_px - mark.y_px)) < mark.width_px / 2
    return near and _WIDTHS[0] < found.box.width_px / mark.width_px < _WIDTHS[1]


def _warm_ms(detector: Detector, image: RgbImage, rounds: int) -> float:
    at_640 = RgbImage(opencv.resize(image.pixels, 640, 640))
    seconds: list[float] = []
    for _ in range(rounds + 1):
        started_s = time.perf_counter()
        detector.detect(at_640)
        seconds.append(time.perf_counter() - started_s)
    return 1000 * statistics.median(seconds[1:])


def _tilted(portrait: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", degrees: float) -> Picture:
    """The portrait turned around the face."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turn = np.array([[cosine, -sine], [sine, cosine]])
    middle = np.array([_SAMPLE.x_px, _SAMPLE.y_px])
    matrix = np.column_stack([turn, [256, 200] - turn @ middle])
    return Picture(RgbImage(opencv.warp_affine(portrait, matrix, 512, 512)), (Mark(256, 200, _SAMPLE.width_px),))


def _far(portrait: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> Picture:
    """The portrait at a quarter of its size on grey paper: the face is 28 px wide when 640 px are looked at."""
    canvas = np.full((512, 512, 3), 150, np.uint8)
    canvas[200:328, 100:228] = opencv.resize(portrait, 128, 128, "area")
    return Picture(RgbImage(canvas), (Mark(100 + _SAMPLE.x_px / 4, 200 + _SAMPLE.y_px / 4, _SAMPLE.width_px / 4),))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path, default=Path("../shared/photos"))
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    print(table(arguments.photos, arguments.rounds))


if __name__ == "__main__":
    main()
