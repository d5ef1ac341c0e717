"""The local engine as a provider: no key, no GPU, no network."""

import asyncio
import time

from limner.engine import ENGINE_VERSION, opencv
from limner.engine.compose import page_svg
from limner.engine.images import RgbImage
from limner.engine.layer_cache import LayerCache
from limner.engine.paint.finish import paint_page
from limner.engine.stages import Watch
from limner.errors import PhotoGone, VectorImpossible
from limner.generation.abilities import Abilities
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.scene import scene_page
from limner.settings import Settings

_ABILITIES = Abilities(
    goes_to="",
    destination="here",
    licence="personal and commercial",
    seed="exact",
    most_people=4,
    takes_words=False,
    progress=True,
)


class LocalProvider:
    """Draws on this machine; keeps the scenes it has drawn, so that the next picture only draws the person."""

    name = "local"
    title = "This computer"
    abilities = _ABILITIES

    def __init__(self) -> None:
        opencv.use_threads(Settings().threads)
        self._layers = LayerCache()

    def check_ready(self) -> None:
        """It always is."""

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Draw a character into its template, or paint a portrait from the photo."""
        begun_s = time.monotonic()
        image = await asyncio.to_thread(self.paint, request, errand.show)
        took_s = round(time.monotonic() - begun_s, 3)
        return Picture(image, self.name, f"engine {ENGINE_VERSION}", seed=request.seed, duration_s=took_s)

    def paint(self, request: DrawRequest, watch: Watch | None = None) -> RgbImage:
        """As `draw`, at once; `watch`, where it is given, is shown small pictures of real stages.

        Raises:
            PhotoGone: the style paints from the photo, and there is none.
        """
        if request.style.look is None:
            return _paint_portrait(request, watch)
        page = scene_page(request, request.style.look)
        return paint_page(page, request.style.look, request.size_px, self._layers, watch)

    def svg(self, request: DrawRequest) -> str:
        """The page as drawn, before paper and halftone."""
        if request.style.look is None:
            raise VectorImpossible(
                f"{request.style.title} is painted in pixels and has no vector form.",
                "Choose a file that ends in .png or .webp, or a character style.",
            )
        return page_svg(scene_page(request, request.style.look))


def _paint_portrait(request: DrawRequest, watch: Watch | None) -> RgbImage:
    sitting = request.sitters[0].sitting
    if sitting is None:
        raise PhotoGone(
            f"{request.style.title} is painted from the photo, which is no longer kept.",
            "Upload the photo again, or choose a character style.",
        )
    return request.style.painter()(
        sitting.image,
        sitting.face.mesh_px,
        sitting.person,
        [other.box for other in sitting.others],
        width_px=request.size_px,
        seed=request.seed,
        watch=watch,
    )
