"""Any Pillow mode and colour profile to opaque sRGB."""

import io
from functools import cache
from typing import Final

import numpy as np
from PIL import Image, ImageCms

_DEEP_MODES: Final = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
_PROFILE_SPACE: Final = {"RGB": b"RGB ", "L": b"GRAY", "CMYK": b"CMYK"}
_SPACE_FIELD: Final = slice(16, 20)
"""Where an ICC header names its colour space."""


def to_srgb(picture: Image.Image) -> Image.Image:
    """Make a loaded picture RGB in sRGB, transparent parts laid over white."""
    colours, alpha = srgb_and_alpha(picture)
    if alpha is None:
        return colours
    paper = Image.new("RGB", colours.size, (255, 255, 255))
    paper.paste(colours, mask=alpha)
    return paper


def srgb_and_alpha(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """A loaded picture as RGB in sRGB, and its opacity if it has one."""
    profile = picture.info.get("icc_profile")
    if picture.mode in _DEEP_MODES:
        picture = _deep_grey(picture)
    colours, alpha = _split_alpha(picture)
    if isinstance(profile, bytes):
        colours = _apply_profile(colours, profile)
    elif colours.mode != "RGB":
        colours = colours.convert("RGB")
    return colours, alpha


def _deep_grey(picture: Image.Image) -> Image.Image:
    """16-bit (or wider) grey to 8 bits; Pillow's own conversion would clip to white."""
    values = np.asarray(picture).astype(np.float64)
    full = 65535.0 if picture.mode != "F" or values.max(initial=0.0) > 1 else 1.0
    return Image.fromarray(np.clip(np.round(values * (255 / full)), 0, 255).astype(np.uint8))


def _split_alpha(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """A picture in mode RGB, L or CMYK, and its opacity if it has one."""
    if picture.mode in ("RGBA", "RGBa", "LA", "La", "PA") or "transparency" in picture.info:
        rgba = picture.convert("RGBA")
        return rgba.convert("RGB"), rgba.getchannel("A")
    if picture.mode in _PROFILE_SPACE:
        return picture, None
    return picture.convert("RGB"), None


def _apply_profile(colours: Image.Image, profile: bytes) -> Image.Image:
    """Convert through the embedded profile; a broken or foreign profile is ignored."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        foreign = profile[_SPACE_FIELD] != _PROFILE_SPACE[colours.mode]
        if foreign or "srgb" in ImageCms.getProfileDescription(source).lower():
            return colours.convert("RGB")
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        converted = ImageCms.profileToProfile(colours, source, _srgb(), renderingIntent=intent, outputMode="RGB")
    except Exception:  # noqa: BLE001 - a damaged profile must not cost the picture
        return colours.convert("RGB")
    return converted or colours.convert("RGB")


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
