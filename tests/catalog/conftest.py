"""People for drawing tests: the mean face in the three ages."""

from collections.abc import Callable

import pytest

from limner.engine.measure.mean_face import MEAN
from limner.engine.traits import AgeBand, Traits


@pytest.fixture(scope="session")
def somebody() -> Callable[[AgeBand], Traits]:
    """Makes a brown-haired person with an average face."""
    return _somebody


def _somebody(age_band: AgeBand = "child") -> Traits:
    """A brown-haired person with an average face."""
    return Traits(
        shape=MEAN[:, :2].astype("float64"),
        skin=(70.0, 13.0, 20.0),
        hair_style="short",
        hair_color=(30.0, 8.0, 14.0),
        hair_outline=None,
        brow_color=(28.0, 7.0, 11.0),
        brow_thickness=0.5,
        eye_color="brown",
        eye_openness=0.6,
        lip_color=(56.0, 26.0, 14.0),
        mouth="smile",
        smile=0.6,
        glasses="none",
        glasses_color=(20.0, 0.0, 0.0),
        beard="none",
        moustache="none",
        beard_color=(30.0, 8.0, 12.0),
        age_band=age_band,
        freckles=False,
        lashes=False,
        skull_height=0.75,
    )
