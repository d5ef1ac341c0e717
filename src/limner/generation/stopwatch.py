"""How long each stage took."""

import time

from limner.events import Progress, Stage


class Stopwatch:
    """Announces stages to a `Progress` and sums the seconds spent in each; starting one ends the one before."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._started_s = self._stage_started_s = time.perf_counter()
        self._stage: Stage | None = None
        self._seconds: dict[str, float] = {}

    def begin(self, stage: Stage) -> None:
        """The next stage begins now."""
        self._close()
        self._stage = stage
        self._progress(stage)

    def seconds(self) -> dict[str, float]:
        """Seconds by stage so far, with "total"; ends the running stage."""
        self._close()
        self._stage = None
        return {**self._seconds, "total": round(time.perf_counter() - self._started_s, 4)}

    def _close(self) -> None:
        now_s = time.perf_counter()
        if self._stage is not None:
            spent_s = self._seconds.get(self._stage, 0.0) + now_s - self._stage_started_s
            self._seconds[self._stage] = round(spent_s, 4)
        self._stage_started_s = now_s
