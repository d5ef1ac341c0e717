"""Gestures begin as they end, and move what they are named after."""

from itertools import pairwise

import pytest

from limner.engine.motion.gesture import GESTURES, STILL, Gesture, Motion, loop_motions, motion_at

_MOVES: dict[Gesture, str] = {
    "blink": "blink",
    "smile": "smile",
    "tilt": "tilt_deg",
    "wave": "wave_deg",
    "breathe": "breath",
    "parallax": "drift",
}


def _steps(values: list[float]) -> list[float]:
    return [abs(after - before) for before, after in pairwise(values)]


@pytest.mark.parametrize("gesture", GESTURES)
@pytest.mark.parametrize(("seconds", "fps"), [(2.0, 12), (1.0, 24), (5.0, 10)])
def test_the_last_frame_leads_to_the_first_like_any_other(gesture: Gesture, seconds: float, fps: int) -> None:
    values = [getattr(motion, _MOVES[gesture]) for motion in loop_motions([gesture], seconds, fps)]
    assert abs(values[0] - values[-1]) <= max(_steps(values)) + 1e-9
    assert max(values) - min(values) > 0.9
    assert motion_at([gesture], 1.0, seconds) == motion_at([gesture], 0.0, seconds)


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_gesture_moves_nothing_else(gesture: Gesture) -> None:
    for motion in loop_motions([gesture], 2.0, 12):
        others = {name for name in Motion.__dataclass_fields__ if name != _MOVES[gesture]}
        assert all(getattr(motion, name) == getattr(STILL, name) for name in others)


def test_eyes_are_shut_for_a_moment_and_open_most_of_the_time_however_long_the_loop() -> None:
    for seconds in (1.5, 2.0, 6.0):
        blinks = [motion.blink for motion in loop_motions(["blink"], seconds, 24)]
        assert max(blinks) == 1.0
        assert sum(value > 0 for value in blinks) / 24 < 0.6 * max(1, round(seconds / 2.5))


def test_few_faces_and_arms_are_drawn() -> None:
    drawn = {(motion.blink, motion.smile) for motion in loop_motions(GESTURES, 4.0, 30)}
    assert len(drawn) < 20
    assert len({motion.wave_deg for motion in loop_motions(GESTURES, 4.0, 30)}) < 20
