"""What there is to choose from: styles, templates, clothes, poses, attributes."""

import asyncio
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from limner.api.visitor import Reader
from limner.catalog import registry
from limner.characters.attributes import ATTRIBUTES, Choice, Color, Kind, Number

router = APIRouter(tags=["catalog"])


class StyleOut(BaseModel):
    """A look. Portraits are painted from the photo and have no template."""

    name: str
    title: str
    family: str
    summary: str


class TemplateOut(BaseModel):
    """A scene in units of a `width` x `height` page; `outfit` and `pose` are what it suggests to who is alone."""

    name: str
    title: str
    summary: str
    most_people: int
    outfit: str
    pose: str
    has_caption: bool = Field(description="Whether words can be written into it")
    width: float
    height: float


class ChoiceOut(BaseModel):
    """Something to wear or to do: its name in orders, and a title for people."""

    name: str
    title: str


class AttributeOut(BaseModel):
    """What values an attribute of a character takes."""

    name: str
    kind: Literal["choice", "colour", "number", "yes_no"]
    words: dict[str, str] = Field(default={}, description="Word to value: choices, or colours that have a name")
    low: float | None = None
    high: float | None = None


@router.get("/styles", operation_id="listStyles", tags=["styles"])
async def list_styles(visitor: Reader) -> list[StyleOut]:
    """Every style."""
    del visitor
    return [
        StyleOut(name=one.name, title=one.title, family=one.family, summary=one.summary) for one in registry.styles()
    ]


@router.get("/templates", operation_id="listTemplates", tags=["templates"])
async def list_templates(visitor: Reader) -> list[TemplateOut]:
    """Every template."""
    del visitor
    return [
        TemplateOut(
            name=one.name,
            title=one.title,
            summary=one.summary,
            most_people=one.most_people,
            outfit=one.slots[0].outfit,
            pose=one.slots[0].pose,
            has_caption=True,
            width=one.width,
            height=one.height,
        )
        # Templates of one's own are read from their folders when they are new or changed.
        for one in await asyncio.to_thread(registry.templates)
    ]


@router.get("/outfits", operation_id="listOutfits", tags=["templates"])
async def list_outfits(visitor: Reader) -> list[ChoiceOut]:
    """Every outfit."""
    del visitor
    return [ChoiceOut(name=one.name, title=one.title) for one in registry.outfits()]


@router.get("/poses", operation_id="listPoses", tags=["templates"])
async def list_poses(visitor: Reader) -> list[ChoiceOut]:
    """Every pose."""
    del visitor
    return [ChoiceOut(name=one.name, title=one.title) for one in registry.poses()]


@router.get("/attributes", operation_id="listAttributes", tags=["characters"])
async def list_attributes(visitor: Reader) -> list[AttributeOut]:
    """Every attribute of a character, in the order they are shown."""
    del visitor
    return [_attribute(name, kind) for name, kind in ATTRIBUTES.items()]


def _attribute(name: str, kind: Kind) -> AttributeOut:
    match kind:
        case Choice():
            return AttributeOut(name=name, kind="choice", words={word: word for word in kind.words})
        case Color():
            return AttributeOut(name=name, kind="colour", words=dict(kind.words))
        case Number():
            return AttributeOut(name=name, kind="number", low=kind.low, high=kind.high)
        case _:
            return AttributeOut(name=name, kind="yes_no")
