"""One TensorFlow Lite model, typed: float arrays in and out, safe to call from several threads."""

import importlib
import os
import threading
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Protocol, cast

import numpy as np

from limner import model_files
from limner.engine.arrays import F32
from limner.settings import Settings


class _Interpreter(Protocol):
    """What is used of `ai_edge_litert.interpreter.Interpreter`, which ships no types."""

    def allocate_tensors(self) -> None: ...
    def get_input_details(self) -> Sequence[Mapping[str, int]]: ...
    def get_output_details(self) -> Sequence[Mapping[str, int]]: ...
    def set_tensor(self, tensor_index: int, value: F32) -> None: ...
    def invoke(self) -> None: ...
    def get_tensor(self, tensor_index: int) -> F32: ...


class TfliteModel:
    """An interpreter with one picture as input: (height, width, 3) float32 in 0..1."""

    def __init__(self, path: str, threads: int) -> None:
        # Imported late: loading the runtime takes a while, which `limner --help` should not pay.
        runtime = importlib.import_module("ai_edge_litert.interpreter")
        with _quiet_stderr():
            self._interpreter = cast("_Interpreter", runtime.Interpreter(path, num_threads=threads))
            self._interpreter.allocate_tensors()
        self._input = self._interpreter.get_input_details()[0]["index"]
        self._outputs = [detail["index"] for detail in self._interpreter.get_output_details()]
        self._lock = threading.Lock()

    def run(self, picture: F32) -> list[F32]:
        """Flat copies of all outputs, in the model's order."""
        with self._lock:
            self._interpreter.set_tensor(self._input, np.ascontiguousarray(picture[None], dtype=np.float32))
            self._interpreter.invoke()
            return [self._interpreter.get_tensor(index).ravel().copy() for index in self._outputs]


@contextmanager
def _quiet_stderr() -> Generator[None]:
    """Keep the runtime's note on its delegate, which no setting turns off, out of a command's error messages."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)


@cache
def load_model(name: str) -> TfliteModel:
    """The model from the data file `name`, loaded once per process.

    Raises:
        ModelFileMissing: the data file was not fetched yet.
    """
    return TfliteModel(str(model_files.path(name)), Settings().threads)
