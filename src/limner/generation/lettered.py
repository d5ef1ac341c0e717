"""The caption on a picture that somebody else drew: letters are always this computer's, so that they are right."""

import numpy as np

from limner.catalog import registry
from limner.engine.compose import Page
from limner.engine.images import RgbImage
from limner.engine.paint.cutout import cut_out
from limner.generation.provider import DrawRequest
from limner.generation.scene import caption_layers


def lettered(image: RgbImage, request: DrawRequest) -> RgbImage:
    """The picture with the request's caption, if it has one."""
    look = request.style.look or registry.style("storybook").look
    if look is None or not request.caption:
        return image
    layers = caption_layers(request, look)
    page = Page(request.template.width, request.template.height, layers)
    cut = cut_out(page, look, image.width_px, trim=False).pixels[: image.height_px]
    share = cut[..., 3:4].astype(np.float32) / np.float32(255)
    pixels = image.pixels.copy()
    under = pixels[: cut.shape[0]]
    under[:] = np.round(under * (1 - share) + cut[..., :3] * share).astype(np.uint8)
    return RgbImage(pixels)
