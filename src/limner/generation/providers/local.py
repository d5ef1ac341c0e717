"""The local engine as a provider: no key, no GPU, no network."""

from limner.engine import opencv
from limner.engine.compose import page_svg
from limner.engine.images import RgbImage
from limner.engine.layer_cache import LayerCache
from limner.engine.paint.finish import paint_page
from limner.engine.stages import Watch
from limner.errors import PhotoGone, VectorImpossible
from limner.generation.provider import Drawing, DrawRequest
from limner.generation.scene import scene_page
from limner.settings import Settings


class LocalProvider:
    """Draws on this machine; keeps the scenes it has drawn, so that the next picture only draws the person."""

    name = "local"
    title = "This computer"
    photo_leaves = False
    licence = "personal and commercial"

    def __init__(self) -> None:
        opencv.use_threads(Settings().threads)
        self._layers = LayerCache()

    def draw(self, request: DrawRequest, *, vector: bool = False, watch: Watch | None = None) -> Drawing:
        """Draw a character into its template, or paint a portrait from the photo."""
        if request.style.look is None:
            return _paint(request, watch, vector=vector)
        page = scene_page(request, request.style.look)
        if vector:
            return page_svg(page)
        return paint_page(page, request.style.look, request.size_px, self._layers, watch)


def _paint(request: DrawRequest, watch: Watch | None, *, vector: bool) -> RgbImage:
    if vector:
        raise VectorImpossible(
            f"{request.style.title} is painted in pixels and has no vector form.",
            "Choose a file that ends in .png or .webp, or a character style.",
        )
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
