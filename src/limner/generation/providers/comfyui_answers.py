"""ComfyUI's answers, so far as they matter here."""

from typing import Any

from pydantic import BaseModel, Field, RootModel


class Stored(BaseModel):
    """A file on the machine. What is `temp` is gone when ComfyUI starts anew."""

    name: str
    subfolder: str = ""
    type: str = "temp"

    @property
    def as_input(self) -> str:
        """How a node that loads an image is told of it."""
        return f"{self.subfolder}/{self.name} [{self.type}]".lstrip("/")


class Shown(BaseModel):
    """A picture that a node gave."""

    filename: str
    subfolder: str = ""
    type: str = "output"


class Output(BaseModel):
    """Of one node."""

    images: list[Shown] = Field(default_factory=list[Shown])


class Status(BaseModel):
    """How it ended."""

    status_str: str = "success"
    messages: list[tuple[str, dict[str, Any]]] = Field(default_factory=list[tuple[str, dict[str, Any]]])


class Entry(BaseModel):
    """What the history holds of a prompt that came to an end."""

    outputs: dict[str, Output] = Field(default_factory=dict[str, Output])
    status: Status = Field(default_factory=Status)

    @property
    def result(self) -> Shown | None:
        """The picture: the last that was saved, else the last preview."""
        shown = [image for output in self.outputs.values() for image in output.images]
        return next(reversed([one for one in shown if one.type == "output"] or shown), None)


class History(RootModel[dict[str, Entry]]):
    """By id; empty until it came to an end."""


class Queue(BaseModel):
    """Each item is number, prompt id, and more."""

    queue_running: list[list[Any]] = Field(default_factory=list[list[Any]])
    queue_pending: list[list[Any]] = Field(default_factory=list[list[Any]])

    def draws(self, task: str) -> bool:
        """Whether it is being drawn."""
        return any(item[1:2] == [task] for item in self.queue_running)

    def holds(self, task: str) -> bool:
        """Whether it is being drawn, or waits."""
        return self.draws(task) or any(item[1:2] == [task] for item in self.queue_pending)


class Queued(BaseModel):
    """The answer to a graph that was taken."""

    prompt_id: str
