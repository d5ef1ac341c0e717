"""Replay: the same command gives the same bytes, in another process and with another number of threads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from limner import model_files
from limner.catalog import registry

_THREAD_VARIABLES = ("LIMNER_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def _draw(out: Path, style: str, template: str, threads: int) -> bytes:
    environment = {**os.environ, **dict.fromkeys(_THREAD_VARIABLES, str(threads))}
    photo = model_files.path("sample-astronaut.png")
    command = [sys.executable, "-m", "limner", "draw", str(photo), "--style", style, "--template", template]
    command += ["--size", "600", "--seed", "3", "--out", str(out)]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return out.read_bytes()


@pytest.mark.parametrize("style", [style.name for style in registry.styles()])
def test_png_and_svg_are_the_same_in_two_processes_with_one_and_two_threads(style: str, tmp_path: Path) -> None:
    endings = ["png"] if registry.style(style).family == "portrait" else ["png", "svg"]
    for ending in endings:
        first = _draw(tmp_path / f"first.{ending}", style, "forest", threads=1)
        second = _draw(tmp_path / f"second.{ending}", style, "forest", threads=2)
        assert first == second
