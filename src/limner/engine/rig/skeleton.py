"""Proportions of the three ages and the joints they give. Body units: the neck's base is (0, 0), y grows downwards."""

from dataclasses import dataclass

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.pose import ArmPose, Joint, Pose
from limner.engine.traits import AgeBand


@dataclass(frozen=True, slots=True)
class Proportions:
    """One age's build, in body units; `head_scale` is body units per rig unit of the head."""

    head_scale: float
    shoulder: float
    hip_y: float
    ground_y: float
    reach: float
    girth: float


_BUILDS: dict[AgeBand, Proportions] = {
    "baby": Proportions(head_scale=1.16, shoulder=66, hip_y=186, ground_y=310, reach=0.82, girth=0.98),
    "child": Proportions(head_scale=1.07, shoulder=76, hip_y=212, ground_y=392, reach=1.0, girth=1.0),
    "adult": Proportions(head_scale=0.97, shoulder=90, hip_y=236, ground_y=486, reach=1.14, girth=1.06),
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
class Skeleton:
    """Where everything of one body is."""

    build: Proportions
    pose: Pose
    left: Arm
    right: Arm

    def along(self, share: float) -> float:
        """Height between the neck's base (0) and the hips (1)."""
        return self.build.hip_y * share

    def foot_x(self, side: int) -> float:
        """Middle of a foot."""
        return side * self.pose.stance * self.build.girth


def skeleton(age: AgeBand, pose: Pose) -> Skeleton:
    """The joints of a build in a pose."""
    build = _BUILDS[age]
    return Skeleton(build, pose, _arm(build, pose.left, -1), _arm(build, pose.right, 1))


def _arm(build: Proportions, pose: ArmPose, side: int) -> Arm:
    # An arm in front of the torso starts lower and further in, so that its round shoulder stays within the chest.
    shoulder = np.array(
        [side * build.shoulder * (1.0 if pose.behind else 0.94), build.hip_y * (0.29 if pose.behind else 0.36)]
    )
    flip = np.array([side * build.reach, build.reach])
    return Arm(np.stack([shoulder, shoulder + flip * pose.elbow, shoulder + flip * pose.wrist]), pose, side)
