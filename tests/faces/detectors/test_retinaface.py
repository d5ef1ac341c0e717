"""The weights are the person's own, so a small network built here answers in RetinaFace's place.

It sees a face wherever all of a square's pixels are bright, which no photo would need but which shows that squares,
scales and borders are read the way RetinaFace's training wrote them.
"""

import struct
from pathlib import Path

import numpy as np
import pytest

from limner.engine.images import RgbImage
from limner.errors import ModelFileMissing
from limner.faces import registry
from limner.faces.detectors.retinaface import RetinaFaceDetector

LEVELS = (8, 16, 32)


def _field(number: int, value: int | bytes | str) -> bytes:
    """One field of a protocol buffer."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    rest = value & (1 << 64) - 1
    found = b""
    while rest > 127:
        found, rest = found + bytes([rest & 127 | 128]), rest >> 7
    return found + bytes([rest])


def _numbers(name: str, values: "list[int]") -> bytes:
    """An attribute that is a list of integers."""
    return _field(5, _field(1, name) + b"".join(_field(8, value) for value in values) + _field(20, 7))


def _number(name: str, value: int) -> bytes:
    return _field(5, _field(1, name) + _field(3, value) + _field(20, 2))


def _node(kind: str, inputs: "list[str]", output: str, *attributes: bytes) -> bytes:
    named = b"".join(_field(1, name) for name in inputs)
    return _field(1, named + _field(2, output) + _field(4, kind) + b"".join(attributes))


def _constant(name: str, values: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]") -> bytes:
    sides = b"".join(_field(1, side) for side in values.shape)
    return _field(5, sides + _field(2, 1) + _field(8, name) + _field(9, values.astype("<f4").tobytes()))


def _integers(name: str, values: "list[int]") -> bytes:
    return _field(
        5, _field(1, len(values)) + _field(2, 7) + _field(8, name) + _field(9, struct.pack(f"<{len(values)}q", *values))
    )


def _shaped(number: int, name: str, sides: "list[int]") -> bytes:
    shape = b"".join(_field(1, _field(1, side)) for side in sides)
    return _field(number, _field(1, name) + _field(2, _field(1, _field(1, 1) + _field(2, shape))))


def _network(widths: "tuple[int, ...]" = (4, 2, 10)) -> bytes:
    """An ONNX file: each cell's mean brightness, by its level, becomes the confidence of its two squares."""
    graph, outputs = b"", b""
    for width in widths:
        for step in LEVELS:
            key = f"{width}-{step}"
            weight, bias = np.zeros((2 * width, 3, 1, 1), np.float32), np.zeros(2 * width, np.float32)
            if width == 2 and step == 16:
                weight[1] = 1 / 300  # a white cell gives about 1.4 for the smaller square of its level, the others none
            graph += _constant(f"w{key}", weight) + _constant(f"b{key}", bias) + _integers(f"s{key}", [1, -1, width])
            sides = [_numbers("kernel_shape", [step, step]), _numbers("strides", [step, step])]
            graph += _node("AveragePool", ["input0"], f"p{key}", *sides)
            graph += _node("Conv", [f"p{key}", f"w{key}", f"b{key}"], f"c{key}", _numbers("kernel_shape", [1, 1]))
            graph += _node("Transpose", [f"c{key}"], f"t{key}", _numbers("perm", [0, 2, 3, 1]))
            graph += _node("Reshape", [f"t{key}", f"s{key}"], f"r{key}")
        graph += _node("Concat", [f"r{width}-{step}" for step in LEVELS], f"out{width}", _number("axis", 1))
        outputs += _shaped(12, f"out{width}", [1, 16800, width])
    graph += _field(2, "tiny") + _shaped(11, "input0", [1, 3, 640, 640]) + outputs
    return _field(1, 8) + _field(7, graph) + _field(8, _field(1, "") + _field(2, 11))


@pytest.fixture
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "own.onnx"
    place.write_bytes(_network())
    monkeypatch.setenv("LIMNER_RETINAFACE_ONNX", str(place))
    return place


@pytest.mark.usefixtures("own_file")
def test_squares_become_boxes_in_pixels_of_the_picture() -> None:
    pixels = np.full((960, 1280, 3), 110, np.uint8)
    pixels[320:352, 640:672] = 255  # one cell of the middle level of the picture at half its size: row 10, column 20
    (found,) = RetinaFaceDetector().detect(RgbImage(pixels))
    assert found.box.center_px == pytest.approx((656, 336), abs=0.5)
    assert (found.box.width_px, found.box.height_px) == pytest.approx((128, 128), abs=0.5)
    assert found.confidence > 0.6


@pytest.mark.usefixtures("own_file")
@pytest.mark.parametrize("shape", [(400, 600), (40, 900), (900, 40)])
def test_finds_nobody_on_grey_paper(shape: tuple[int, int]) -> None:
    assert RetinaFaceDetector().detect(RgbImage(np.full((*shape, 3), 110, np.uint8))) == []


def test_a_file_that_is_not_named_tells_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIMNER_RETINAFACE_ONNX", raising=False)
    with pytest.raises(ModelFileMissing) as caught:
        registry.detector("retinaface")
    assert "LIMNER_RETINAFACE_ONNX" in caught.value.advice


@pytest.mark.parametrize("content", [b"", b"no network at all", None])
def test_a_file_that_is_no_network_is_refused(own_file: Path, content: bytes | None) -> None:
    own_file.unlink()
    if content is not None:
        own_file.write_bytes(content)
    with pytest.raises(ModelFileMissing) as caught:
        RetinaFaceDetector()
    assert "LIMNER_RETINAFACE_ONNX" in caught.value.advice


@pytest.mark.parametrize("widths", [(4, 2), (4, 2, 8)])
def test_a_network_with_other_outputs_is_refused(own_file: Path, widths: tuple[int, ...]) -> None:
    own_file.write_bytes(_network(widths))
    detector = RetinaFaceDetector()
    with pytest.raises(ModelFileMissing) as caught:
        detector.detect(RgbImage(np.full((64, 64, 3), 110, np.uint8)))
    assert "other outputs" in caught.value.message
