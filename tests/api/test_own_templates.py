"""A folder beside the server: it is offered by its title, drawn by a job, and a broken one harms nobody."""

from pathlib import Path

from tests.api.limner_server import serving
from tests.catalog.own_templates.example import documented


def test_a_folder_is_offered_and_drawn_and_a_broken_one_is_left_out(tmp_path: Path, portrait: bytes) -> None:
    shelf = tmp_path / "shelf"
    documented(shelf / "kite-hill")
    (documented(shelf / "broken") / "template.toml").write_text("title = 3")
    with serving(tmp_path / "data", LIMNER_TEMPLATES_DIR=str(shelf)) as server, server.guest() as guest:
        listed = {one["name"]: one for one in guest.client.get("/templates").json()}
        assert listed["kite-hill"]["title"] == "The kite hill"
        assert "moon" in listed
        assert "broken" not in listed
        photo_id = guest.upload(portrait).json()["id"]
        job = guest.draw(photo_id=photo_id, template="kite-hill", style="storybook")
        assert guest.client.get(f"/artworks/{job['artwork_id']}").json()["template"] == "kite-hill"
        refused = guest.client.post("/jobs", json={"photo_id": photo_id, "template": "broken"})
        assert (refused.status_code, refused.json()["code"]) == (422, "template.unusable")
        assert "The template broken is left out." in server.log.read_text()
