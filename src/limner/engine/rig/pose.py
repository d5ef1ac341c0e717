"""Where arms and legs go. A pose is given in body units for a child; the skeleton stretches it per age band."""

import math
from dataclasses import dataclass, replace
from typing import Literal

HandKind = Literal["open", "relaxed", "grip", "hug", "rim"]
Joint = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ArmPose:
    """Elbow and wrist as offsets from the shoulder (x positive = away from the body), and the hand's turn.

    `hand_deg` turns a hand whose fingers point up; positive is outwards. An arm `behind` is hidden by the torso.
    A hand of kind "rim" lies on the push rim of a wheelchair: the seat says where elbow and wrist are.
    """

    elbow: Joint
    wrist: Joint
    hand: HandKind
    hand_deg: float
    behind: bool


@dataclass(frozen=True, slots=True)
class Pose:
    """One stance; `left` and `right` as the viewer sees them."""

    name: str
    title: str
    left: ArmPose
    right: ArmPose
    stance: float
    """Half the distance between the feet, in body units."""


WAVE = Pose(
    name="wave",
    title="Waving",
    left=ArmPose(elbow=(74, 40), wrist=(92, -52), hand="open", hand_deg=8, behind=True),
    right=ArmPose(elbow=(50, 70), wrist=(30, 122), hand="hug", hand_deg=0, behind=False),
    stance=48,
)
CARRY = Pose(
    name="carry",
    title="Carrying",
    left=ArmPose(elbow=(40, 70), wrist=(46, 128), hand="relaxed", hand_deg=180, behind=True),
    right=ArmPose(elbow=(52, 58), wrist=(100, 16), hand="grip", hand_deg=20, behind=False),
    stance=46,
)
HOLD = Pose(
    name="hold",
    title="Holding",
    left=ArmPose(elbow=(34, 72), wrist=(36, 130), hand="relaxed", hand_deg=182, behind=True),
    right=ArmPose(elbow=(50, 70), wrist=(30, 122), hand="hug", hand_deg=0, behind=False),
    stance=44,
)
CHEER = Pose(
    name="cheer",
    title="Cheering",
    left=ArmPose(elbow=(82, 22), wrist=(104, -72), hand="open", hand_deg=14, behind=True),
    right=ArmPose(elbow=(82, 22), wrist=(104, -72), hand="open", hand_deg=14, behind=True),
    stance=52,
)
HIPS = Pose(
    name="hips",
    title="Hands on hips",
    left=ArmPose(elbow=(84, 46), wrist=(34, 104), hand="relaxed", hand_deg=206, behind=False),
    right=ArmPose(elbow=(84, 46), wrist=(34, 104), hand="relaxed", hand_deg=206, behind=False),
    stance=54,
)
POINT = Pose(
    name="point",
    title="Pointing up",
    left=ArmPose(elbow=(66, -4), wrist=(126, -62), hand="open", hand_deg=48, behind=True),
    right=HIPS.right,
    stance=52,
)
OPEN = Pose(
    name="open",
    title="Open arms",
    left=ArmPose(elbow=(62, 50), wrist=(124, 14), hand="open", hand_deg=58, behind=True),
    right=ArmPose(elbow=(62, 50), wrist=(124, 14), hand="open", hand_deg=58, behind=True),
    stance=48,
)
RELAX = Pose(name="relax", title="At ease", left=HOLD.left, right=HOLD.left, stance=44)
POSES = {pose.name: pose for pose in (WAVE, CARRY, HOLD, CHEER, HIPS, POINT, OPEN, RELAX)}


def waving(pose: Pose, turn_deg: float | None) -> Pose:
    """The pose with each raised open hand turned outwards about its elbow; without one, a free arm is raised first."""
    if turn_deg is None:
        return pose
    if pose.left.hand != "open" and pose.right.hand != "open" and pose.left.hand == "relaxed":
        pose = replace(pose, left=WAVE.left)
    return replace(pose, left=_turned(pose.left, turn_deg), right=_turned(pose.right, turn_deg))


def _turned(arm: ArmPose, turn_deg: float) -> ArmPose:
    if arm.hand != "open":
        return arm
    cos, sin = math.cos(math.radians(turn_deg)), math.sin(math.radians(turn_deg))
    x, y = arm.wrist[0] - arm.elbow[0], arm.wrist[1] - arm.elbow[1]
    wrist = round(arm.elbow[0] + x * cos - y * sin, 3), round(arm.elbow[1] + x * sin + y * cos, 3)
    return replace(arm, wrist=wrist, hand_deg=arm.hand_deg + turn_deg * 1.3)


_ON_RIM = ArmPose(elbow=(0, 0), wrist=(0, 0), hand="rim", hand_deg=0, behind=False)


def seated(pose: Pose) -> Pose:
    """The same gesture in a wheelchair: what waves waves, what holds holds higher, a hand that hangs is on the rim."""
    return replace(pose, left=_seated_arm(pose.left), right=_seated_arm(pose.right))


def _seated_arm(arm: ArmPose) -> ArmPose:
    match arm.hand:
        case "relaxed" if not arm.behind:
            # A hand on the hip lies above the wheel; lower it would be inside.
            return replace(arm, wrist=(8, 88))
        case "relaxed" | "hug" | "rim":
            return _ON_RIM
        case "grip":
            # What hangs from the hand would hide the wheel.
            return replace(arm, elbow=(64, 36), wrist=(114, -32))
        case "open":
            return arm
