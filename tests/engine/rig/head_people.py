"""People drawn from numbers, for the tests of the head."""

from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.landmarks import SHAPE_MIRROR
from limner.engine.measure.mean_face import MEAN, STD
from limner.engine.rig.look import Look
from limner.engine.traits import Traits

LOOKS: Final = (
    Look(None, 0.0, "soft", "none"),
    Look("#1d1a26", 3.4, "cel", "halftone"),
    Look(None, 0.0, "wash", "watercolor"),
)

ADULT: Final = Traits(
    shape=MEAN[:, :2].copy(),
    skin=(70.0, 14.0, 20.0),
    hair_style="short",
    hair_color=(30.0, 8.0, 14.0),
    hair_outline=None,
    brow_color=(25.0, 6.0, 10.0),
    brow_thickness=0.5,
    eye_color="blue",
    eye_openness=0.32,
    lip_color=(52.0, 24.0, 12.0),
    mouth="smile",
    smile=0.5,
    glasses="none",
    glasses_color=(20.0, 2.0, 2.0),
    beard="none",
    moustache="none",
    beard_color=(28.0, 6.0, 10.0),
    age_band="adult",
    freckles=False,
    lashes=False,
    skull_height=0.75,
)


def varied_shape(seed: int, amount: float = 1.0, wide: float = 0.0) -> Points:
    """The mean face with smooth mirrored deviations of `amount` spreads, `wide` times wider."""
    mean = MEAN[:, :2]
    distance = np.linalg.norm(mean[:, None] - mean[None], axis=2)
    near = np.exp(-((distance / 0.25) ** 2))
    noise = near @ np.random.default_rng(seed).normal(size=mean.shape) / np.linalg.norm(near, axis=1, keepdims=True)
    both = (noise + noise[SHAPE_MIRROR] * np.array([-1.0, 1.0])) / np.sqrt(2)
    return (mean + both * STD[:, :2] * amount) * np.array([1.0 + wide, 1.0])
