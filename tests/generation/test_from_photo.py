import pytest

from limner.catalog import registry
from limner.catalog.adjustments import Adjustments
from limner.engine.codec import decode, encode_png, encode_webp
from limner.engine.images import RgbImage
from limner.errors import BadAttribute, NoSuchFace, NotAPicture
from limner.events import STAGES, Stage
from limner.generation.from_photo import Wish, draw_photo
from limner.generation.provider import Provider
from limner.generation.providers.local import LocalProvider


@pytest.fixture(scope="module")
def local() -> Provider:
    return LocalProvider()


def _wish(file_type: str = "webp", face_number: int | None = None, attributes: dict[str, str] | None = None) -> Wish:
    return Wish(
        style=registry.style("storybook"),
        template=registry.template("forest"),
        size_px=160,
        seed=3,
        file_type=file_type,
        face_number=face_number,
        adjustments=[Adjustments(attributes=attributes or {})],
    )


def test_a_webp_becomes_a_webp_with_its_character_and_its_seconds(astronaut: RgbImage, local: Provider) -> None:
    seen: list[Stage] = []
    result = draw_photo(encode_webp(astronaut), _wish(), local, seen.append)
    assert (result.data[:4], result.data[8:12]) == (b"RIFF", b"WEBP")
    assert decode(result.data).pixels.shape[1] == 160
    assert result.character.attributes()["mouth.expression"]["value"] == "open-smile"
    stages = [stage for stage in STAGES if stage not in {"move", "verify"}]
    assert seen == stages
    assert list(result.seconds) == [*stages, "total"]
    assert result.verification is None


def test_an_svg_holds_no_picture(astronaut: RgbImage, local: Provider) -> None:
    svg = draw_photo(encode_png(astronaut), _wish("svg"), local).data.decode()
    assert svg.lstrip().startswith(("<svg", "<?xml"))
    assert "<image" not in svg
    assert "data:" not in svg


def test_the_parents_words_reach_the_drawing(astronaut: RgbImage, local: Provider) -> None:
    data = encode_png(astronaut)
    plain = draw_photo(data, _wish("svg"), local)
    corrected = draw_photo(data, _wish("svg", attributes={"hair.color": "red", "glasses.frame": "round"}), local)
    assert corrected.data != plain.data
    assert corrected.character.attributes()["hair.colour"]["source"] == "parent"
    assert corrected.character.attributes()["glasses.frame"]["value"] == "round"


def test_a_face_that_is_not_there_is_refused(astronaut: RgbImage, local: Provider) -> None:
    with pytest.raises(NoSuchFace):
        draw_photo(encode_png(astronaut), _wish(face_number=2), local)


def test_an_impossible_override_is_refused(astronaut: RgbImage, local: Provider) -> None:
    with pytest.raises(BadAttribute):
        draw_photo(encode_png(astronaut), _wish(attributes={"hair.stile": "bob"}), local)


def test_bytes_that_are_no_photo_are_refused_before_anything_is_drawn(local: Provider) -> None:
    seen: list[Stage] = []
    with pytest.raises(NotAPicture):
        draw_photo(b"<svg xmlns='http://www.w3.org/2000/svg'/>", _wish(), local, seen.append)
    assert seen == ["read"]
