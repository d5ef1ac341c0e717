"""What ComfyUI says when it can't, told apart by its types; its words are never repeated."""

import re
from typing import Any, Final

from pydantic import BaseModel, Field, ValidationError

from limner.errors import BadResult, ModelRetired, NotConfigured, Overloaded, ProviderError
from limner.generation.providers.comfyui_workflow import Workflow

TITLE: Final = "ComfyUI"


class _Error(BaseModel):
    type: str = ""
    details: str = ""
    extra_info: dict[str, Any] | None = None


class _NodeErrors(BaseModel):
    errors: list[_Error] = Field(default_factory=list[_Error])
    class_type: str = ""


class _Refusal(BaseModel):
    """The body of a 400; where nothing is wrong with single nodes, `node_errors` may be a list."""

    error: _Error
    node_errors: dict[str, _NodeErrors] | list[Any] = Field(default_factory=dict[str, _NodeErrors])


def queue_trouble(body: bytes, workflow: Workflow) -> ProviderError:
    """Why a workflow was not taken, from the body of the answer 400."""
    try:
        refusal = _Refusal.model_validate_json(body)
    except ValidationError:
        return BadResult(f"{TITLE} does not understand what it is asked.", "See whether its version is a recent one.")
    kind = refusal.error.type
    if kind in {"invalid_prompt", "missing_node_type"}:
        return _missing_class(refusal.error, workflow)
    if kind == "prompt_no_outputs":
        return NotConfigured(f"{workflow.file} gives no picture.", "End it in a node that saves or previews an image.")
    if isinstance(refusal.node_errors, dict):
        for node_id, node in refusal.node_errors.items():
            for error in node.errors:
                return _wrong_input(error, node_id, workflow)
    return NotConfigured(f"{TITLE} does not take the workflow {workflow.file}.", "Open it there, and see what is red.")


def _missing_class(error: _Error, workflow: Workflow) -> ProviderError:
    """The class is named as our own file has it."""
    info = error.extra_info or {}
    numbers: list[str] = [str(info.get("node_id", "")), *re.findall(r"#([\w:.-]+)", error.details)]
    missing = next((name for number in numbers if (name := workflow.class_of(number))), "that the workflow uses")
    return NotConfigured(
        f"{TITLE} lacks the custom node {missing}.",
        f"Install it there, or choose a workflow without it: {workflow.file}.",
    )


def _wrong_input(error: _Error, node_id: str, workflow: Workflow) -> ProviderError:
    known = workflow.nodes.get(node_id)
    name = str((error.extra_info or {}).get("input_name", ""))
    if known and error.type == "value_not_in_list" and name.endswith("_name") and "Loader" in known.class_type:
        return ModelRetired(
            f"{TITLE} has no model {known.inputs.get(name, '')}.", "Put its file there, or change LIMNER_COMFYUI_MODEL."
        )
    return NotConfigured(
        f"{TITLE} does not take what {workflow.file} gives its node {workflow.class_of(node_id) or node_id}.",
        "Open it there, mend the node, and export it again (API).",
    )


def run_trouble(messages: list[tuple[str, dict[str, Any]]], workflow: Workflow) -> ProviderError:
    """Why a run gave nothing, from the messages of its history."""
    said = dict(messages)
    if "execution_interrupted" in said:
        return Overloaded(f"Somebody stopped the picture in {TITLE}.", "Try again.")
    failed = said.get("execution_error", {})
    if str(failed.get("exception_type", "")).endswith("OutOfMemoryError"):
        return Overloaded(
            f"The graphics memory of {TITLE} is full.",
            "Close what else uses it, choose a smaller model, or set LIMNER_COMFYUI_SIDE_PX lower.",
        )
    where = workflow.class_of(str(failed.get("node_id", ""))) or "of the workflow"
    return Overloaded(f"{TITLE} failed in the node {where}.", "Try again; if it lasts, run the workflow there.")
