"""Sharper eyes: the iris model looks at each eye alone and replaces the mesh's points around it."""

import math
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.images import RgbImage
from limner.faces.crop import Square
from limner.faces.tflite import load_model

_SIZE_PX: Final = 64
_WINDOW: Final = 2.3
"""Side of the window in eye widths."""
_MOST_SHIFT: Final = 0.22
"""Beyond this mean shift, in eye widths, the iris model has lost the eye and the mesh is kept."""

AROUND_LEFT: Final = (
    33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173,
    130, 25, 110, 24, 23, 22, 26, 112, 243, 247, 30, 29, 27, 28, 56, 190,
    226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222, 221, 189,
    35, 124, 46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193,
)  # fmt: skip
"""Mesh points in the order of the iris model's 71 points: lids (16), folds, brow."""
AROUND_RIGHT: Final = (
    263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398,
    359, 255, 339, 254, 253, 252, 256, 341, 463, 467, 260, 259, 257, 258, 286, 414,
    446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444, 443, 442, 441, 413,
    265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293, 334, 296, 336, 285, 417,
)  # fmt: skip
_LIDS: Final = 16
_MIRRORED_IRIS: Final = (0, 3, 2, 1, 4)
"""In a mirrored eye the iris' right and left points change places."""


def sharpen_eyes(image: RgbImage, mesh_px: Points) -> Points:
    """Turn a mesh of shape (468, 3) into one of (478, 3) with both irises and finer lids."""
    mesh = np.vstack([mesh_px, np.zeros((10, 3))])
    for around, first_iris, corners, mirrored in (
        (AROUND_LEFT, 468, (33, 133), False),
        (AROUND_RIGHT, 473, (362, 263), True),
    ):
        rows = list(around)
        contour, iris = _look(image, mesh_px[list(corners), :2], mirrored=mirrored)
        width = float(np.linalg.norm(mesh_px[corners[1], :2] - mesh_px[corners[0], :2]))
        shift = contour[:_LIDS] - mesh_px[rows[:_LIDS], :2]
        if float(np.linalg.norm(shift, axis=1).mean()) < _MOST_SHIFT * width:
            mesh[rows, :2] = contour
        mesh[first_iris : first_iris + 5, :2] = iris
        mesh[first_iris : first_iris + 5, 2] = mesh_px[rows[:_LIDS], 2].mean()
    return mesh


def _look(image: RgbImage, corners_px: Points, *, mirrored: bool) -> tuple[Points, Points]:
    """The 71 points around one eye and its 5 iris points, both (n, 2) in picture pixels."""
    (x0, y0), (x1, y1) = corners_px.tolist()
    side = max(math.hypot(x1 - x0, y1 - y0) * _WINDOW, 4.0)
    window = Square((x0 + x1) / 2, (y0 + y1) / 2, side, math.degrees(math.atan2(y1 - y0, x1 - x0)))
    cut = window.cut(image, _SIZE_PX)
    found = load_model("iris_landmark.tflite").run(cut[:, ::-1] if mirrored else cut)
    contour, iris = (output.reshape(-1, 3)[:, :2].astype(np.float64) for output in found)
    if mirrored:
        contour[:, 0], iris[:, 0] = _SIZE_PX - 1 - contour[:, 0], _SIZE_PX - 1 - iris[:, 0]
        iris = iris[list(_MIRRORED_IRIS)]
    return window.to_picture(contour, _SIZE_PX), window.to_picture(iris, _SIZE_PX)
