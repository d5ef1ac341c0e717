import pytest

from limner.events import Stage
from limner.generation import stopwatch
from limner.generation.stopwatch import Stopwatch


class _Clock:
    now_s = 0.0

    def perf_counter(self) -> float:
        return self.now_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    clock = _Clock()
    monkeypatch.setattr(stopwatch, "time", clock)
    return clock


def test_each_stage_gets_its_own_seconds(clock: _Clock) -> None:
    watch = Stopwatch(lambda _: None)
    clock.now_s = 1.0
    watch.begin("read")
    clock.now_s = 3.0
    watch.begin("find")
    clock.now_s = 3.5
    assert watch.seconds() == {"read": 2.0, "find": 0.5, "total": 3.5}


def test_a_stage_that_comes_again_adds_up(clock: _Clock) -> None:
    watch = Stopwatch(lambda _: None)
    stages: tuple[Stage, ...] = ("draw", "encode", "draw")
    for stage in stages:
        watch.begin(stage)
        clock.now_s += 2.0
    assert watch.seconds() == {"draw": 4.0, "encode": 2.0, "total": 6.0}


def test_time_after_the_last_stage_is_nobodys(clock: _Clock) -> None:
    watch = Stopwatch(lambda _: None)
    watch.begin("read")
    clock.now_s = 1.0
    watch.seconds()
    clock.now_s = 5.0
    assert watch.seconds() == {"read": 1.0, "total": 5.0}


def test_every_stage_is_announced_as_it_begins(clock: _Clock) -> None:
    seen: list[tuple[Stage, float]] = []
    watch = Stopwatch(lambda stage: seen.append((stage, clock.now_s)))
    watch.begin("read")
    clock.now_s = 2.0
    watch.begin("find")
    watch.seconds()
    assert seen == [("read", 0.0), ("find", 2.0)]
