"""Who can draw: what each can do, on which terms, whether it is set up, and whether the account agreed to it."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from limner.accounts.consents import Consent
from limner.api.problems import problem_responses
from limner.api.visitor import Reader
from limner.errors import LimnerError
from limner.generation.abilities import Cancel, Destination, Licence, SeedUse
from limner.generation.choose import consent_for, consent_version
from limner.generation.maker import Maker
from limner.generation.registry import maker, maker_names
from limner.generation.rest import ProviderRest
from limner.storage.record import now

router = APIRouter(prefix="/providers", tags=["providers"])


class ProviderOut(BaseModel):
    """Something that can draw, or let pictures move. `goes_to` says who gets the picture; empty: nothing leaves."""

    name: str
    title: str
    goes_to: str
    destination: Destination
    photo_leaves: bool
    licence: Licence
    terms: str = Field(description="What its terms say that matters for photos of people")
    minimum_age: int = Field(description="How old its users must be, by its terms; 0 when they say nothing")
    price_microusd: int = Field(
        description="About what one picture, or one second of a clip, costs, in millionths of a US dollar"
    )
    clip_seconds: tuple[float, ...] = Field(description="Lengths of the clips it makes; empty: it draws pictures")
    most_people: int
    reference_pictures: int = Field(description="How many pictures it looks at")
    longest_px: int = Field(description="The longest side it gives")
    aspects: tuple[str, ...] = Field(description="Width to height, as it can draw, like 4:5; empty: any")
    negative_words: bool = Field(description="Whether it is told what must not be there")
    progress: bool = Field(description="Whether it says how far it is")
    takes_words: bool
    seed: SeedUse
    cancel: Cancel
    ready: bool = Field(description="Whether it is set up")
    missing: str = Field(description="What is missing, and what to do about it")
    consent: str = Field(description="What to agree to at /me/consents before it gets a picture; empty: no need")
    consent_version: str
    consented: bool
    rests_until: datetime | None = Field(description="It failed several times and is left alone until then")


@router.get("", operation_id="listProviders", responses=problem_responses(401, 403))
async def list_providers(visitor: Reader) -> list[ProviderOut]:
    """Everything that can draw here or let pictures move, set up or not."""
    given = await visitor.mine.find(Consent, {"withdrawn_at": None}, limit=200)
    agreed = {(one.what, one.version) for one in given}
    resting = await visitor.site.backend.store.find(ProviderRest, {"until__gt": now()}, limit=200)
    until = {one.id: one.until for one in resting}
    return [_out(maker(name), agreed, until.get(name)) for name in maker_names()]


def _out(one: Maker, agreed: set[tuple[str, str]], rests_until: datetime | None) -> ProviderOut:
    can, missing = one.abilities, ""
    try:
        one.check_ready()
    except LimnerError as error:
        missing = f"{error.message} {error.advice}".strip()
    consent, version = consent_for(one.name) if can.photo_leaves else "", consent_version(one)
    return ProviderOut(
        name=one.name,
        title=one.title,
        goes_to=can.goes_to,
        destination=can.destination,
        photo_leaves=can.photo_leaves,
        licence=can.licence,
        terms=can.terms,
        minimum_age=can.minimum_age,
        price_microusd=can.price_microusd,
        clip_seconds=can.clip_seconds,
        most_people=can.most_people,
        reference_pictures=can.reference_pictures,
        longest_px=can.longest_px,
        aspects=tuple(f"{width}:{height}" for width, height in can.aspects),
        negative_words=can.negative_words,
        progress=can.progress,
        takes_words=can.takes_words,
        seed=can.seed,
        cancel=can.cancel,
        ready=not missing,
        missing=missing,
        consent=consent,
        consent_version=version,
        consented=not consent or (consent, version) in agreed,
        rests_until=rests_until,
    )
