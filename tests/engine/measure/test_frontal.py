"""The face shape is the person's, not the pose's."""

import numpy as np
import pytest

from limner.engine.arrays import Points
from limner.engine.images import RgbImage
from limner.engine.landmarks import SHAPE_POINTS
from limner.engine.measure.frontal import frontal_shape
from limner.faces.find import find_faces

_LARGEST_STEP = 0.03
"""Face units: less than a tenth of an eye's width."""


@pytest.fixture(scope="module")
def mesh_px(astronaut: RgbImage) -> Points:
    return find_faces(astronaut)[0].mesh_px


def _turned(mesh_px: Points, yaw_deg: float = 0, pitch_deg: float = 0, roll_deg: float = 0) -> Points:
    yaw, pitch, roll = np.radians([yaw_deg, pitch_deg, roll_deg])
    about_y = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]])
    about_z = np.array([[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
    middle = mesh_px.mean(axis=0)
    turned: Points = (mesh_px - middle) @ (about_z @ about_x @ about_y).T + middle
    return turned


def _step(first: Points, second: Points) -> float:
    return float(np.linalg.norm(frontal_shape(first) - frontal_shape(second), axis=1).max())


@pytest.mark.parametrize("yaw_deg", [-20, 20])
def test_turning_aside_keeps_the_shape(mesh_px: Points, yaw_deg: float) -> None:
    assert _step(mesh_px, _turned(mesh_px, yaw_deg=yaw_deg)) < _LARGEST_STEP


@pytest.mark.parametrize("pitch_deg", [-15, 15])
def test_nodding_keeps_the_shape(mesh_px: Points, pitch_deg: float) -> None:
    assert _step(mesh_px, _turned(mesh_px, pitch_deg=pitch_deg)) < _LARGEST_STEP


@pytest.mark.parametrize("roll_deg", [-40, 40])
def test_leaning_keeps_the_shape(mesh_px: Points, roll_deg: float) -> None:
    assert _step(mesh_px, _turned(mesh_px, roll_deg=roll_deg)) < _LARGEST_STEP


def test_coming_closer_and_stepping_aside_keep_the_shape(mesh_px: Points) -> None:
    assert _step(mesh_px, mesh_px * 2) < _LARGEST_STEP
    assert _step(mesh_px, mesh_px + np.array([310.0, -40.0, 0.0])) < _LARGEST_STEP


def test_another_face_is_another_shape(mesh_px: Points) -> None:
    assert _step(mesh_px, mesh_px * [1.15, 1.0, 1.0]) > _LARGEST_STEP


def test_the_eyes_are_the_origin_and_the_chin_is_below(mesh_px: Points) -> None:
    shape = frontal_shape(mesh_px)
    eyes = shape[[SHAPE_POINTS.index(point) for point in (33, 263, 133, 362)]]
    assert shape.shape == (156, 2)
    assert np.abs(eyes.mean(axis=0)).max() < 0.001
    assert shape[SHAPE_POINTS.index(152), 1] > 0.5
    assert shape[SHAPE_POINTS.index(33), 0] < 0 < shape[SHAPE_POINTS.index(263), 0]
