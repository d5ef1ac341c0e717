"""The contract of a queue: it wakes a worker. What is to be done, and by whom, stands in the job's row alone."""

from typing import Protocol


class Queue(Protocol):
    """Something that wakes workers."""

    async def start(self) -> None:
        """Begin; called once the database is ready."""
        ...

    async def wake(self, job_ids: list[str]) -> None:
        """Tell workers that these jobs wait. Failing to tell loses nothing: they are told again."""
        ...

    async def close(self) -> None:
        """End what was begun."""
        ...
