"""What tests of providers and animators share: an errand that writes down, and waiting for a fake."""

import asyncio
from collections.abc import Callable

import pytest

from limner.engine.images import RgbImage
from limner.engine.stages import StageName
from limner.generation.provider import Errand


async def until(true: Callable[[], bool]) -> None:
    """Wait for something the fake does in its own thread; fails after ten seconds."""
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    pytest.fail("nothing happened in ten seconds")


class Listening(Errand):
    """Writes down what a provider says."""

    def __init__(self) -> None:
        self.stages: list[tuple[StageName, RgbImage]] = []
        self.shares: list[float] = []
        self.tasks: list[str] = []

    def show(self, stage: StageName, picture: RgbImage) -> None:
        """Note a stage."""
        self.stages.append((stage, picture))

    def advance(self, share: float) -> None:
        """Note a share."""
        self.shares.append(share)

    async def keep(self, task: str) -> None:
        """Note a task, and keep it."""
        self.tasks.append(task)
        self.task = task
