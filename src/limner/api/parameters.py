"""Parameters that many routes take."""

from typing import Annotated

from fastapi import Header, Path

Id = Annotated[str, Path(max_length=40, pattern="^[0-9a-z]+$", examples=["01m82gae6vfpbdcz32sgdbfrcc"])]
Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=100,
        description="The same key makes the same thing, however often",
    ),
]
