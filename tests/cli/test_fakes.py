"""Anybody can try a provider without a key: a server that pretends to be it."""

import re
import signal
import subprocess
import sys

import httpx
import pytest

from limner.generation.registry import maker, maker_names
from limner.testing.fakes.registry import fake, fake_names


@pytest.mark.parametrize("name", fake_names())
def test_what_a_fake_says_to_set_makes_its_provider_ready(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert name in maker_names()
    pretended = fake(name)
    assert pretended.name == name
    for variable, value in pretended.environment.items():
        monkeypatch.setenv(variable, value.format(address="http://127.0.0.1:1", key=pretended.key))
    maker(name).check_ready()


def test_a_fake_runs_until_it_is_stopped_and_is_steered_from_outside() -> None:
    command = [sys.executable, "-u", "-m", "limner", "fakes", "webui"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
        assert found
        steered = httpx.post(f"{found[0]}/_fake", json={"behaviours": ["out_of_memory"]})
        assert "out_of_memory" in steered.json()["behaviours"]
        assert httpx.post(f"{found[0]}/_fake", json={"behaviours": ["unheard of"]}).status_code == 422
        process.send_signal(signal.SIGINT)
        assert "export LIMNER_WEBUI_BASE_URL=" in process.stdout.read()
        assert process.wait(20) == 0
