"""Proportions of the three ages and the joints they give. Body units: the neck's base is (0, 0), y grows downwards."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.pose import ArmPose, Joint, Pose, seated
from limner.engine.traits import AgeBand


@dataclass(frozen=True, slots=True)
class Proportions:
    """One age's build, in body units; `head_scale` is body units per rig unit of the head.

    `ground_y` is where the feet stand, `seated_ground_y` where the wheels of a wheelchair do.
    """

    head_scale: float
    shoulder: float
    hip_y: float
    ground_y: float
    seated_ground_y: float
    reach: float
    girth: float


_BUILDS: dict[AgeBand, Proportions] = {
    "baby": Proportions(
        head_scale=1.16, shoulder=66, hip_y=186, ground_y=310, seated_ground_y=318, reach=0.82, girth=0.98
    ),
    "child": Proportions(
        head_scale=1.07, shoulder=76, hip_y=212, ground_y=392, seated_ground_y=392, reach=1.0, girth=1.0
    ),
    "adult": Proportions(
        head_scale=0.97, shoulder=90, hip_y=236, ground_y=486, seated_ground_y=452, reach=1.14, girth=1.06
    ),
}


@dataclass(frozen=True, slots=True)
class Arm:
    """Three joints of one arm; `side` is -1 for the viewer's left."""

    joints: Points
    pose: ArmPose
    side: int

    @property
    def wrist(self) -> Joint:
        """Where the hand begins."""
        return float(self.joints[2, 0]), float(self.joints[2, 1])

    @property
    def forearm(self) -> Joint:
        """Unit vector from elbow to wrist."""
        along = self.joints[2] - self.joints[1]
        along = along / float(np.hypot(along[0], along[1]))
        return float(along[0]), float(along[1])


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an active wheelchair and the legs of who sits in it are; x of the viewer's right side.

    `leg` is how wide legs are, 1 for a child.
    """

    hub_x: float
    hub_y: float
    radius: float
    knee_x: float
    knee_y: float
    foot_x: float
    sole_y: float
    ground_y: float
    leg: float

    @property
    def rim_x(self) -> float:
        """Where a hand takes the push rim: near its top, on the outer half; the wheels lean in at the top."""
        return self.hub_x + self.radius * (PUSH_RIM * WHEEL_TURN * 0.3 - PUSH_RIM * CAMBER) + 4

    @property
    def rim_y(self) -> float:
        """Height of that grip."""
        return self.hub_y - self.radius * PUSH_RIM * 0.98


CAMBER: Final = 0.15
"""How far a wheel's top leans towards the body: x per y."""
WHEEL_TURN: Final = 0.4
"""Width of a wheel seen at its angle, as a share of its height."""
PUSH_RIM: Final = 0.75
"""Radius of the push rim as a share of the wheel's."""
_WHEEL_BEHIND: Final = 9.0
"""The big wheels touch the ground further back than the casters, so higher on the page."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where everything of one body is; `seat` for who sits in a wheelchair."""

    build: Proportions
    pose: Pose
    left: Arm
    right: Arm
    seat: Seat | None = None

    def along(self, share: float) -> float:
        """Height between the neck's base (0) and the hips (1)."""
        return self.build.hip_y * share

    def arms(self, *, behind: bool) -> tuple[Arm, ...]:
        """The arms behind the body, or those before it; the viewer's left first."""
        return tuple(arm for arm in (self.left, self.right) if arm.pose.behind == behind)

    def foot_x(self, side: int) -> float:
        """Middle of a foot."""
        return side * self.pose.stance * self.build.girth


def skeleton(age: AgeBand, pose: Pose, *, wheelchair: bool = False) -> Skeleton:
    """The joints of a build in a pose; in a wheelchair `build.ground_y` is where its wheels stand."""
    build = _BUILDS[age]
    if not wheelchair:
        return Skeleton(build, pose, _arm(build, pose.left, -1, None), _arm(build, pose.right, 1, None))
    build, pose = replace(build, ground_y=build.seated_ground_y), seated(pose)
    seat = _seat(build)
    return Skeleton(build, pose, _arm(build, pose.left, -1, seat), _arm(build, pose.right, 1, seat), seat)


def _seat(build: Proportions) -> Seat:
    wheel_bottom, wheel_top = build.ground_y - _WHEEL_BEHIND, build.hip_y - 18 - 0.12 * (build.ground_y - build.hip_y)
    leg = build.shoulder / 76
    return Seat(
        hub_x=build.shoulder * 1.27 + 54,
        hub_y=(wheel_bottom + wheel_top) / 2,
        radius=(wheel_bottom - wheel_top) / 2,
        knee_x=48 * leg,
        knee_y=build.hip_y + 0.2 * (build.ground_y - build.hip_y),
        foot_x=37 * leg,
        sole_y=build.ground_y - 20,
        ground_y=build.ground_y,
        leg=leg,
    )


def _arm(build: Proportions, pose: ArmPose, side: int, seat: Seat | None) -> Arm:
    # An arm in front of the torso starts lower and further in, so that its round shoulder stays within the chest.
    shoulder = np.array(
        [side * build.shoulder * (1.0 if pose.behind else 0.94), build.hip_y * (0.29 if pose.behind else 0.36)]
    )
    if seat is not None and pose.hand == "rim":
        shoulder = np.array([side * build.shoulder * 1.03, build.hip_y * 0.33])
        wrist = np.array([side * seat.rim_x, seat.rim_y - 25])
        elbow = shoulder + (wrist - shoulder) * [0.96, 0.52] + [side * 8 * build.reach, 0]
        return Arm(np.stack([shoulder, elbow, wrist]), pose, side)
    flip = np.array([side * build.reach, build.reach])
    return Arm(np.stack([shoulder, shoulder + flip * pose.elbow, shoulder + flip * pose.wrist]), pose, side)
