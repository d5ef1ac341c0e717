"""Trying Limner before signing up: the sample person, drawn as strangers wish. The only drawing without an account."""

from collections.abc import Callable
from typing import Annotated, Any, Final, ParamSpec

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from limner.accounts.caller import Caller
from limner.api.problems import problem_responses
from limner.api.site import AtSite, Site
from limner.api.visitor import FromCaller
from limner.catalog.adjustments import Word
from limner.generation.sample import TRIED, draw_sample, sample_photo, sample_styles, sample_templates, words_of

P = ParamSpec("P")
router = APIRouter(prefix="/sample", tags=["sample"])
_TO_ALL: Final = {"Cache-Control": "public, max-age=3600"}
_WEBP: Final[dict[str, Any]] = {"content": {"image/webp": {}}, "description": "A small picture"}


class SampleOut(BaseModel):
    """What the sample can be tried with."""

    styles: tuple[str, ...]
    templates: tuple[str, ...]
    attributes: dict[str, dict[str, str]] = Field(description="By name: each word and its value")


class SampleWish(BaseModel):
    """What to try on the sample, by words of `SampleOut`; without a template head and shoulders are drawn."""

    style: Word = "storybook"
    template: Word | None = None
    hair_colour: Word | None = Field(default=None, alias="hair.colour")
    glasses_frame: Word | None = Field(default=None, alias="glasses.frame")
    width_px: int = Field(default=320, ge=160, le=640, multiple_of=160)


@router.get("", operation_id="getSample")
async def get_sample() -> SampleOut:
    """Styles, places and attributes to try."""
    return SampleOut(
        styles=sample_styles(),
        templates=sample_templates(),
        attributes={name: dict(words_of(name)) for name in TRIED},
    )


@router.get(
    "/photo",
    operation_id="getSamplePhoto",
    response_class=Response,
    responses={200: _WEBP, **problem_responses(429, 503)},
)
async def get_sample_photo(site: AtSite, caller: FromCaller) -> Response:
    """The photo the sample is drawn from; it is in the public domain."""
    return await _drawn(site, caller, sample_photo)


@router.get(
    "/preview",
    operation_id="previewSample",
    response_class=Response,
    responses={200: _WEBP, **problem_responses(404, 422, 429, 503)},
)
async def preview_sample(site: AtSite, caller: FromCaller, wish: Annotated[SampleWish, Query()]) -> Response:
    """Draw the sample small and at once; what was drawn lately is at hand and counts against no limit."""
    tried = wish.model_dump(by_alias=True, exclude_none=True, include={"hair_colour", "glasses_frame"})
    return await _drawn(site, caller, draw_sample, tuple(tried.items()), wish.style, wish.template, wish.width_px)


async def _drawn(site: Site, caller: Caller, draw: Callable[P, bytes], *args: P.args, **kwargs: P.kwargs) -> Response:
    data = await site.samples.of(
        (draw, *args),
        lambda: site.limits.check("sample", caller.counted_address),
        lambda: site.aside(draw, *args, **kwargs),
    )
    return Response(data, media_type="image/webp", headers=_TO_ALL)
