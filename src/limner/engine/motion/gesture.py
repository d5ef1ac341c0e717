"""Gestures: pure functions from the phase of a loop to how the rig stands. Every one ends as it begins."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal, get_args

Gesture = Literal["blink", "smile", "tilt", "wave", "breathe", "parallax"]
GESTURES: Final[tuple[Gesture, ...]] = get_args(Gesture)

_BLINK_S: Final = 0.2
"""From open to closed, and again to open."""
_SHUT_S: Final = 0.05
_BLINK_EVERY_S: Final = 2.5
_BLINK_AT: Final = 0.46
"""As a share of the time between two blinks: while the smile is full, so that fewer faces are drawn."""
_TILT_DEG: Final = 3.2
_WAVE_DEG: Final = 15.0
_WAVES_PER_S: Final = 1.5
_BREATH_S: Final = 3.0


@dataclass(frozen=True, slots=True)
class Motion:
    """How everything stands at one moment.

    `blink` and `smile` are 0..1 on top of the resting face, `tilt_deg` leans the head clockwise, `wave_deg` turns a
    raised forearm outwards (None: nobody waves), `breath` is 0..1, and `drift` -1..1 is how far the one who looks
    has moved from left to right (None: the scene is flat).
    """

    blink: float = 0.0
    smile: float = 0.0
    tilt_deg: float = 0.0
    wave_deg: float | None = None
    breath: float = 0.0
    drift: float | None = None


STILL: Final = Motion()


def loop_motions(gestures: Collection[Gesture], seconds: float, fps: int) -> tuple[Motion, ...]:
    """The motion of each frame of a loop; the first follows the last as any other follows the one before it."""
    count = max(2, round(seconds * fps))
    return tuple(motion_at(gestures, i / count, seconds) for i in range(count))


def motion_at(gestures: Collection[Gesture], phase: float, seconds: float) -> Motion:
    """The motion at a phase 0..1 of a loop that lasts `seconds`; phases 0 and 1 are the same.

    What has to be drawn anew (eyes, mouth, arm) moves in few steps, so that each is drawn once.
    """
    return Motion(
        blink=_blink(phase, seconds) if "blink" in gestures else 0.0,
        smile=_smile(phase) if "smile" in gestures else 0.0,
        tilt_deg=round(_TILT_DEG * _swing(phase, 1), 3) if "tilt" in gestures else 0.0,
        wave_deg=_stepped(_swing(phase, max(1, round(seconds * _WAVES_PER_S))), 8) * _WAVE_DEG
        if "wave" in gestures
        else None,
        breath=round(0.5 - 0.5 * _swing(phase + 0.25, max(1, round(seconds / _BREATH_S))), 3)
        if "breathe" in gestures
        else 0.0,
        drift=round(_swing(phase + 0.25, 1), 3) if "parallax" in gestures else None,
    )


def _swing(phase: float, times: int) -> float:
    return math.sin(2 * math.pi * phase * times)


def _stepped(value: float, steps: int) -> float:
    return round(value * steps) / steps


def _blink(phase: float, seconds: float) -> float:
    """Lids fall and rise again within two fifths of a second, however long the loop is."""
    times = max(1, round(seconds / _BLINK_EVERY_S))
    away_s = abs(phase * times % 1 - _BLINK_AT) * seconds / times
    return _stepped(min(1.0, max(0.0, (_BLINK_S - away_s) / (_BLINK_S - _SHUT_S))), 3)


def _smile(phase: float) -> float:
    """Up, held, down, and a while of the resting mouth."""
    rise = min(1.0, max(0.0, min((phase - 0.08) / 0.2, (0.84 - phase) / 0.24)))
    return _stepped(rise * rise * (3 - 2 * rise), 6)


@dataclass(frozen=True, slots=True)
class Loop:
    """What moves, for how long, in how many frames a second."""

    gestures: tuple[Gesture, ...] = GESTURES
    seconds: float = 2.0
    fps: int = 12

    def motions(self) -> tuple[Motion, ...]:
        """The motion of each frame."""
        return loop_motions(self.gestures, self.seconds, self.fps)

    @property
    def frame_count(self) -> int:
        """How many there are."""
        return len(self.motions())
