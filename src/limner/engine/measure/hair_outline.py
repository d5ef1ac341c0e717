"""The hair's silhouette as smooth curves in face units."""

from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Bools, Ints, Points
from limner.engine.measure.hair_strands import trace_strands
from limner.engine.measure.head_crop import EYES_PX, UNIT_PX, HeadCrop
from limner.engine.traits import HairOutline
from limner.engine.vectors import resample_closed

_STEP_PX: Final = 9.0


def outline_of(crop: HeadCrop, hair: F32, *, short: bool) -> HairOutline:
    """Front, back, tone patches and strands of a soft hair mask."""
    window = _window(hair)
    top, left = window[0].start, window[1].start
    origin = np.array(EYES_PX) - [left, top]
    hair = np.ascontiguousarray(hair[window])
    inside = hair > 0.5
    lightness = np.ascontiguousarray(crop.lab[..., 0][window])
    filled = np.where(inside, lightness, np.median(lightness[inside])).astype(np.float32)
    tone = opencv.blur(filled, 7.0)
    dark_end, light_end = np.percentile(tone[hair > 0.6], [24, 76])
    eyes_row = int(crop.points[33, 1]) - top if short else None
    return HairOutline(
        front=_curves(hair, origin, least_px=700),
        back=_curves(opencv.blur(_behind(inside, eyes_row), 5.0), origin, least_px=1200),
        dark=_curves(opencv.blur(((tone < dark_end) & inside).astype(np.float32), 5.0), origin, least_px=500),
        light=_curves(opencv.blur(((tone > light_end) & inside).astype(np.float32), 5.0), origin, least_px=500),
        strands=trace_strands(lightness, hair, origin),
    )


def _window(hair: F32, margin: int = 20) -> tuple[slice, slice]:
    """Rows and columns that hold hair: what follows costs by the pixel."""
    rows, columns = (np.nonzero((hair > 0.05).any(axis=axis))[0] for axis in (1, 0))
    top, left = max(int(rows[0]) - margin, 0), max(int(columns[0]) - margin, 0)
    return slice(top, int(rows[-1]) + margin), slice(left, int(columns[-1]) + margin)


def _behind(inside: Bools, last_row: int | None) -> F32:
    """Everything between the hair's left and right end, row by row: the hair behind head and neck."""
    columns: Ints = np.arange(inside.shape[1], dtype=np.int32)
    first: Ints = inside.argmax(axis=1).astype(np.int32)
    last: Ints = (inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)).astype(np.int32)
    wide: Bools = inside.any(axis=1) & (last - first > 30)
    span: Bools = wide[:, None] & (columns >= first[:, None]) & (columns <= last[:, None])
    if last_row is not None:
        span[max(last_row, 0) :] = False
    return span.astype(np.float32)


def _curves(mask: F32, origin: Points, least_px: int) -> tuple[Points, ...]:
    """Outer borders of a soft mask, largest first, in face units rounded to 1/10,000."""
    count, labels, stats = opencv.connected_components(mask > 0.5)
    order = sorted(range(1, count), key=lambda label: (-int(stats[label, 4]), label))
    curves: list[Points] = []
    for label in order:
        if int(stats[label, 4]) < least_px:
            break
        border = max(opencv.contours(labels == label), key=len)
        smooth = resample_closed(border, _STEP_PX, 1.1)
        curves.append(np.round((smooth - origin) / UNIT_PX, 4))
    return tuple(curves)
