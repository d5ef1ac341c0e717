from collections.abc import Callable

import numpy as np
import pytest

from limner.catalog import registry
from limner.engine.raster import document, rasterize
from limner.engine.rig.figure import draw_figure
from limner.engine.rig.look import Look
from limner.engine.rig.pose import POSES
from limner.engine.traits import AgeBand, Traits

_LOOKS = [style.look for style in registry.styles() if style.look is not None]


@pytest.mark.parametrize("age", ["baby", "child", "adult"])
@pytest.mark.parametrize("pose", sorted(POSES))
@pytest.mark.parametrize("outfit", [outfit.name for outfit in registry.outfits()])
def test_every_age_pose_and_look_stays_within_its_bounds(
    outfit: str, pose: str, age: AgeBand, somebody: Callable[[AgeBand], Traits]
) -> None:
    for look in _LOOKS:
        alpha = _alpha(somebody(age), look, outfit, pose)
        assert float((alpha > 200).mean()) > 0.1
        edge = np.concatenate([alpha[0], alpha[:, 0], alpha[:, -1], alpha[-1]])
        assert int(edge.max()) < 24


def _alpha(traits: Traits, look: Look, outfit: str, pose: str) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    figure = draw_figure(traits, look, registry.outfit(outfit), POSES[pose], uid="t")
    left, top, right, bottom = figure.bounds
    view = (left, top, right - left, bottom - top)
    pixels = rasterize(document(figure.defs, figure.svg, view, (160, round(160 * view[3] / view[2]))))
    return pixels[:, :, 3]
