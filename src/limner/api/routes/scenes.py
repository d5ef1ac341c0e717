"""Composing a scene: the picture it will be, and its parts to move about. Nothing is kept."""

import base64

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from limner.api.problems import problem_responses
from limner.api.visitor import Reader, Visitor
from limner.catalog.adjustments import Adjustments, Word
from limner.characters.kept_character import KeptCharacter
from limner.generation.scene_preview import PersonLayer, SceneWish, preview_scene, scene_layers
from limner.jobs.order import MOST_BESIDE, Caption

router = APIRouter(prefix="/scenes", tags=["scenes"])


class ScenePerson(BaseModel):
    """A character in the scene."""

    character_id: Word = Field(examples=["01m82gae6vfpbdcz32sgdbfrcc"])
    adjustments: Adjustments = Adjustments()


class SceneIn(BaseModel):
    """The scene to show: its people from left to right, and how wide the picture is."""

    style: Word = "storybook"
    template: Word = "moon"
    seed: int = Field(default=1, ge=0, lt=2**53)
    caption: Caption = ""
    people: list[ScenePerson] = Field(min_length=1, max_length=1 + MOST_BESIDE)
    width_px: int = Field(default=480, ge=160, le=1080)


class PersonLayerOut(BaseModel):
    """Somebody neither moved, turned nor flipped: `x`, `y`, `width`, `height` is the image's box in page units.

    The figure turns and flips about (`middle_x`, `middle_y`), and grows from where its feet stand.
    """

    image: str = Field(description="A data URL of a WebP with transparency")
    x: float
    y: float
    width: float
    height: float
    middle_x: float
    middle_y: float
    ground_y: float = Field(description="Where the feet stand. Who stands lower, moved or not, is nearer")
    outfit: str
    pose: str


class SceneLayersOut(BaseModel):
    """A scene's parts as data URLs, each of the whole page but the people."""

    width: float = Field(description="In page units")
    height: float
    background: str
    foreground: str
    caption: str | None
    people: list[PersonLayerOut]


@router.post(
    "/preview",
    operation_id="previewScene",
    response_class=Response,
    responses={
        200: {"content": {"image/webp": {}}, "description": "What a job draws at this width"},
        **problem_responses(401, 403, 404, 422),
    },
)
async def preview(visitor: Reader, wanted: SceneIn) -> Response:
    """The picture as a job with the same order draws it."""
    data = await visitor.site.aside(preview_scene, await _wish(visitor, wanted))
    return Response(data, media_type="image/webp")


@router.post("/layers", operation_id="sceneLayers", responses=problem_responses(401, 403, 404, 422))
async def layers(visitor: Reader, wanted: SceneIn) -> SceneLayersOut:
    """The scene's parts, to move about before asking for the true preview."""
    shown = await visitor.site.aside(scene_layers, await _wish(visitor, wanted))
    return SceneLayersOut(
        width=shown.width,
        height=shown.height,
        background=_url(shown.background),
        foreground=_url(shown.foreground),
        caption=_url(shown.caption) if shown.caption else None,
        people=[_person(one) for one in shown.people],
    )


async def _wish(visitor: Visitor, wanted: SceneIn) -> SceneWish:
    people = [
        ((await visitor.mine.get(KeptCharacter, one.character_id)).character, one.adjustments) for one in wanted.people
    ]
    return SceneWish(people, wanted.style, wanted.template, wanted.seed, wanted.caption, wanted.width_px)


def _person(layer: PersonLayer) -> PersonLayerOut:
    left, top, right, bottom = layer.bounds
    return PersonLayerOut(
        image=_url(layer.image),
        x=round(left, 2),
        y=round(top, 2),
        width=round(right - left, 2),
        height=round(bottom - top, 2),
        middle_x=round(layer.middle_x, 2),
        middle_y=round(layer.middle_y, 2),
        ground_y=round(layer.ground_y, 2),
        outfit=layer.outfit,
        pose=layer.pose,
    )


def _url(webp: bytes) -> str:
    return f"data:image/webp;base64,{base64.b64encode(webp).decode()}"
