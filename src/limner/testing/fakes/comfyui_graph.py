"""How ComfyUI looks at a graph before it takes it: classes, inputs, models, pictures."""

import uuid
from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

MODEL: Final = "sd_xl_base_1.0.safetensors"
Graph = dict[str, dict[str, Any]]
_REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "CheckpointLoaderSimple": ("ckpt_name",),
    "CLIPTextEncode": ("text", "clip"),
    "LoadImage": ("image",),
    "ImageScale": ("image", "upscale_method", "width", "height", "crop"),
    "VAEEncode": ("pixels", "vae"),
    "EmptyLatentImage": ("width", "height", "batch_size"),
    "KSampler": (
        "seed",
        "steps",
        "cfg",
        "sampler_name",
        "scheduler",
        "denoise",
        "model",
        "positive",
        "negative",
        "latent_image",
    ),
    "VAEDecode": ("samples", "vae"),
    "PreviewImage": ("images",),
    "SaveImage": ("images", "filename_prefix"),
}
_OUTPUTS: Final = frozenset({"PreviewImage", "SaveImage"})
_NUMBERS: Final = frozenset({"seed", "steps", "cfg", "denoise", "width", "height", "batch_size"})


class Machine(NamedTuple):
    """What is there: checkpoints, files (as a loader names them), whether its version says which class is missing."""

    models: Collection[str]
    files: Collection[str]
    newer: bool = False


def refusal(body: Mapping[str, Any], machine: Machine) -> dict[str, Any] | None:
    """The body of the answer 400, or None where the graph is taken."""
    graph: Graph | None = body.get("prompt")
    if not graph:
        return _said("no_prompt")
    if "prompt_id" in body and str(uuid.UUID(body["prompt_id"])) != body["prompt_id"]:
        return _said("invalid_prompt")
    for node_id, node in graph.items():
        if node.get("class_type") not in _REQUIRED:
            return _missing_class(node_id, node, newer=machine.newer)
    if not any(node["class_type"] in _OUTPUTS for node in graph.values()):
        return _said("prompt_no_outputs")
    wrong = {
        node_id: {"errors": errors, "dependent_outputs": ["9"], "class_type": node["class_type"]}
        for node_id, node in graph.items()
        if (errors := _errors(node, graph, machine))
    }
    return {**_said("prompt_outputs_failed_validation"), "node_errors": wrong} if wrong else None


def result_node(graph: Graph) -> tuple[str, str]:
    """Id and class of the node that gives the picture."""
    return next((name, node["class_type"]) for name, node in graph.items() if node["class_type"] in _OUTPUTS)


def seen_in(graph: Graph, place: str) -> Any:
    """An input of the sampler, followed to where it comes from."""
    sampler = next(node for node in graph.values() if node["class_type"] == "KSampler")
    value = sampler["inputs"][place]
    return graph[value[0]]["inputs"] if isinstance(value, list) else value


def _said(kind: str, details: str = "", info: Mapping[str, Any] | None = None) -> dict[str, Any]:
    error = {"type": kind, "message": f"About {kind}", "details": details, "extra_info": info or {}}
    return {"error": error, "node_errors": {}}


def _missing_class(node_id: str, node: Mapping[str, Any], *, newer: bool) -> dict[str, Any]:
    if newer:
        return _said("missing_node_type", info={"node_id": node_id, "class_type": node.get("class_type")})
    return {**_said("invalid_prompt", f"Node ID '#{node_id}'"), "node_errors": []}


def _errors(node: Mapping[str, Any], graph: Graph, machine: Machine) -> list[dict[str, Any]]:
    inputs = node["inputs"]
    errors: list[dict[str, Any]] = []
    for name in _REQUIRED[node["class_type"]]:
        value = inputs.get(name)
        kind = ""
        if name not in inputs:
            kind = "required_input_missing"
        elif isinstance(value, list):
            kind = "" if value[0] in graph else "bad_linked_input"
        elif name in _NUMBERS and not isinstance(value, int | float):
            kind = "invalid_input_type"
        elif name == "ckpt_name" and value not in machine.models:
            kind = "value_not_in_list"
        elif name == "image" and value not in machine.files:
            kind = "custom_validation_failed"
        if kind:
            errors.append(_said(kind, name, {"input_name": name, "received_value": value})["error"])
    return errors
