"""A drawing watched over the wire: each stage's link opens while the job runs, and not afterwards."""

import io
import json
from typing import Any

import httpx
from PIL import Image
from tests.api.limner_server import Guest, LimnerServer
from websockets.sync.client import connect


def test_stages_can_be_seen_while_the_job_runs(server: LimnerServer, guest: Guest, portrait: bytes) -> None:
    photo_id = guest.upload(portrait).json()["id"]
    url = f"ws{server.origin.removeprefix('http')}/api/v1/events?after=0"
    stages: list[str] = []
    opened: list[httpx.Response] = []
    with connect(url, additional_headers={"Authorization": f"Bearer {guest.token}"}) as socket:
        order = {"photo_id": photo_id, "style": "watercolor-portrait", "size_px": 1024}
        job_id = guest.client.post("/jobs", json=order).json()["id"]
        while True:
            event: dict[str, Any] = json.loads(socket.recv(timeout=30))
            if event["kind"] == "job.stage":
                assert event["data"]["job_id"] == job_id
                stages.append(event["data"]["stage"])
                opened.append(httpx.get(server.origin + event["data"]["url"]))
            elif event["data"].get("ended"):
                break
    assert stages == ["lines", "colour", "light"]
    assert (opened[0].status_code, opened[0].headers["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(io.BytesIO(opened[0].content)).width <= 360
    assert httpx.get(str(opened[0].url)).status_code == 404
