"""An account takes everything along, and says how long photos are kept."""

import io
import json
import zipfile
from datetime import datetime, timedelta

from PIL import Image
from tests.api.limner_server import Guest


def test_export_holds_rows_as_json_and_pictures_that_open(gallery: tuple[Guest, str, str]) -> None:
    owner, photo_id, artwork_id = gallery
    answer = owner.client.get("/me/export")
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        photos = json.loads(archive.read("photos.json"))
        assert photo_id in [photo["id"] for photo in photos]
        assert "account_id" not in photos[0]
        with Image.open(io.BytesIO(archive.read(f"pictures/{artwork_id}.png"))) as picture:
            picture.load()
        with Image.open(io.BytesIO(archive.read(f"pictures/{photo_id}.jpg"))) as picture:
            picture.load()
        assert not any("session" in name or "key" in name for name in archive.namelist())


def test_photos_are_kept_as_long_as_their_owner_says(guest: Guest, portrait: bytes) -> None:
    assert guest.upload(portrait + b"1").json()["delete_after"] is None
    assert guest.client.patch("/me", json={"photo_days": 30}).json()["photo_days"] == 30
    photo = guest.upload(portrait + b"2").json()
    kept = datetime.fromisoformat(photo["delete_after"]) - datetime.fromisoformat(photo["created_at"])
    assert abs(kept - timedelta(days=30)) < timedelta(minutes=1)
    assert guest.client.patch("/me", json={"photo_days": 0}).status_code == 422
