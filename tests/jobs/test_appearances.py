"""A picture is found by everybody in it, however many there are, and forgets them when it is gone for good."""

from datetime import timedelta

from limner.backend import Backend
from limner.catalog.adjustments import Adjustments
from limner.gallery.appearance import Appearance, appearances, find_with
from limner.gallery.artwork import Artwork, Provenance
from limner.gallery.shelf import KEPT_DELETED, purge_deleted
from limner.jobs.order import DrawOrder, Sitter
from limner.storage.owned import OwnedStore
from limner.storage.record import now

_MANY = 450


def artwork(mine: OwnedStore, number: int, first: str | None, style: str = "comic") -> Artwork:
    return Artwork(
        id=f"artwork{number:04d}",
        account_id=mine.account_id,
        character_id=first,
        style=style,
        template="moon",
        seed=number,
        provider="local",
        width_px=256,
        height_px=320,
        blur="",
        provenance=Provenance(engine_version="1", licence="", sha256=""),
    )


async def put(mine: OwnedStore, one: Artwork, *beside: str) -> Artwork:
    await mine.store.insert(one)
    if rows := appearances(one, beside):
        await mine.store.insert(*rows)
    return one


async def test_everybodys_pictures_come_newest_first_and_once(mine: OwnedStore) -> None:
    pairs = [("ann", "ben"), ("ben", "ann"), ("ben", "cat"), ("ann", "ann"), (None, "ann")]
    for number, (first, second) in enumerate(pairs):
        await put(mine, artwork(mine, number, first), second, second)
    found = [one.id[-1] for one in await find_with(mine, "ann", {"deleted_at": None}, 10)]
    assert found == ["4", "3", "1", "0"]
    assert [one.id[-1] for one in await find_with(mine, "ann", {"id__lt": "artwork0003"}, 10)] == ["1", "0"]
    assert len(await find_with(mine, "ann", {}, 2)) == 2


async def test_a_rare_style_is_found_behind_hundreds_of_others(mine: OwnedStore) -> None:
    many = [artwork(mine, number, "ben", "storybook" if number == 3 else "comic") for number in range(_MANY)]
    await mine.store.insert(*many)
    await mine.store.insert(*(row for one in many for row in appearances(one, ["ann"])))
    (found,) = await find_with(mine, "ann", {"style": "storybook", "deleted_at": None}, 50)
    assert found.id == "artwork0003"
    assert len(await find_with(mine, "ann", {}, _MANY + 1)) == _MANY


async def test_what_is_gone_for_good_leaves_no_trace(mine: OwnedStore, backend: Backend) -> None:
    gone = await put(mine, artwork(mine, 1, "ann"), "ben", "cat")
    await put(mine, artwork(mine, 2, "ann"), "ben")
    await mine.take(Artwork, gone.id, {"deleted_at": now() - KEPT_DELETED - timedelta(minutes=1)})
    assert await purge_deleted(mine.store, backend.blobs) == 1
    assert [row.artwork_id for row in await mine.find(Appearance, limit=9)] == ["artwork0002"]


def test_an_order_is_what_it_was_when_it_comes_back() -> None:
    beside = (Sitter(photo_id="p", face_number=2, adjustments=Adjustments(flip=True, attributes={"age.band": "baby"})),)
    for order in (
        DrawOrder(character_id="c", style="comic", size_px=256, seed=7),
        DrawOrder(photo_id="p", face_number=3, size_px=300, beside=beside, caption="Zoë"),
    ):
        kept = Artwork(
            account_id="a",
            photo_id=order.photo_id,
            character_id=order.character_id,
            style=order.style,
            template=order.template,
            seed=order.seed,
            provider=order.provider,
            width_px=order.size_px,
            height_px=1,
            blur="",
            provenance=Provenance(engine_version="1", licence="", sha256=""),
            asked=order.beyond_columns(),
        )
        assert DrawOrder.of(Artwork.model_validate_json(kept.model_dump_json())) == order
    assert DrawOrder(character_id="c").beyond_columns() is None
