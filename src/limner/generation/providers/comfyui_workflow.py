"""A workflow file: where it lies, which of its nodes Limner fills in, and what is missing from it.

A node is filled in by its title, which says one or more of `limner:prompt`, `limner:negative`, `limner:seed`,
`limner:size`, `limner:denoising`, `limner:model`, `limner:image` (the picture to start from: the scene, or the photo
for a portrait), `limner:image:scene`, `limner:image:photo` and `limner:image:character`.
"""

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from limner.errors import NotConfigured

OWN: Final = Path(__file__).with_name("comfyui_sdxl.json")
"""SDXL, image to image, without custom nodes."""
_WORDS: Final = ("text", "text_g", "text_l", "clip_l", "t5xxl", "prompt", "value", "string")
_INPUTS: Final[Mapping[str, tuple[str, ...]]] = {
    "prompt": _WORDS,
    "negative": _WORDS,
    "seed": ("seed", "noise_seed", "value"),
    "width": ("width",),
    "height": ("height",),
    "denoising": ("denoise", "value"),
    "model": ("ckpt_name", "unet_name"),
    "image": ("image",),
    "image:scene": ("image",),
    "image:photo": ("image",),
    "image:character": ("image",),
}
"""Names of the inputs that may take each thing."""
_PREFIX: Final = "limner:"


class _Meta(BaseModel):
    title: str = ""


class Node(BaseModel, extra="allow"):
    """One node of a graph in API format; a list as an input is a link."""

    class_type: str
    inputs: dict[str, Any]
    meta: _Meta = Field(default_factory=_Meta, alias="_meta")

    def places(self) -> Iterator[str]:
        """What the title asks for."""
        for word in self.meta.title.split():
            if word.startswith(_PREFIX):
                place = word.removeprefix(_PREFIX)
                yield from ("width", "height") if place == "size" else (place,)


class Workflow(BaseModel):
    """A graph and its file's name, for whoever must mend it."""

    file: str
    nodes: dict[str, Node]

    @property
    def places(self) -> frozenset[str]:
        """Everything its titles ask for."""
        return frozenset(place for node in self.nodes.values() for place in node.places())

    @property
    def pictures(self) -> list[str]:
        """The places of pictures."""
        return sorted(place for place in self.places if place.partition(":")[0] == "image")

    def class_of(self, node_id: str) -> str:
        """The class of a node; empty where there is none such."""
        node = self.nodes.get(node_id)
        return node.class_type if node else ""

    def filled(self, values: Mapping[str, object]) -> dict[str, Any]:
        """The graph to queue, with each value in its places; None leaves what the file says."""
        nodes = copy.deepcopy(self.nodes)
        for node in nodes.values():
            for place in node.places():
                for name in _fillable(node, place):
                    if (value := values.get(place)) is not None:
                        node.inputs[name] = value
        return {node_id: node.model_dump(by_alias=True) for node_id, node in nodes.items()}


def load_workflow(path: Path | None, style: str) -> Workflow:
    """The operator's file; of a folder `STYLE.json`, else `default.json`; without either Limner's own.

    Raises:
        NotConfigured: it is not there, no workflow in API format, or lacks what must be filled in.
    """
    file = path or OWN
    if file.is_dir():
        named = file / f"{style}.json"
        file = named if named.exists() else file / "default.json"
    try:
        nodes = TypeAdapter(dict[str, Node]).validate_json(file.read_bytes())
    except OSError:
        raise NotConfigured(f"The workflow {file.name} can't be read.", "Correct LIMNER_COMFYUI_WORKFLOW.") from None
    except ValidationError:
        raise NotConfigured(
            f"{file.name} is no workflow in API format.", "In ComfyUI choose Workflow, Export (API), and use that file."
        ) from None
    workflow = Workflow(file=file.name, nodes=nodes)
    _check(workflow)
    return workflow


def _check(workflow: Workflow) -> None:
    for node in workflow.nodes.values():
        for place in node.places():
            if place not in _INPUTS:
                raise NotConfigured(
                    f"{workflow.file} asks for limner:{place}, which is nothing.",
                    f"There are: {', '.join(_INPUTS)}; size is width and height.",
                )
            if not _fillable(node, place):
                raise NotConfigured(
                    f"{workflow.file}: the node {node.class_type} has no input for its limner:{place}.",
                    f"It would be one of: {', '.join(_INPUTS[place])}; and not linked to another node.",
                )
    if "prompt" not in workflow.places:
        raise NotConfigured(
            f"{workflow.file} has no place for the words.", "Title the node of the prompt limner:prompt, export again."
        )
    if not workflow.pictures:
        raise NotConfigured(
            f"{workflow.file} looks at no picture.", "Title a node that loads an image limner:image, export again."
        )


def _fillable(node: Node, place: str) -> list[str]:
    return [name for name in _INPUTS[place] if name in node.inputs and not isinstance(node.inputs[name], list)]
