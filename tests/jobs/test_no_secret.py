"""The whole way of a job, with everybody whom a fake can play, however it ends: nothing secret is said anywhere."""

import logging
import traceback
from collections.abc import Iterator
from typing import Final

import pytest
from tests.jobs.conftest import SMALL, Alarm, job_of

from limner.accounts.audit import AuditEntry
from limner.accounts.consents import Consent
from limner.characters.kept_character import KeptCharacter
from limner.characters.plain_person import plain_person
from limner.faces.kept_photo import KeptPhoto
from limner.generation import asking
from limner.generation.choose import consent_for, consent_version
from limner.generation.registry import animator_names, maker
from limner.generation.rest import ProviderRest
from limner.jobs.at_work import Tools
from limner.jobs.feed import Event
from limner.jobs.job import Job
from limner.jobs.lifecycle import claim, submit
from limner.jobs.order import DrawOrder, Moving
from limner.jobs.ordering import order_one
from limner.jobs.run import run
from limner.storage.owned import OwnedStore
from limner.storage.record import new_id
from limner.testing.fakes import registry
from limner.testing.fakes.fake import Fake, running

WORD: Final = "unmistakable"
NAME: Final = "Xanthippe"
PICTURES: Final = ("iVBORw0KGgo", "/9j/", "\\xff\\xd8\\xff", "\\x89PNG")
"""How pictures begin, in base64 and as bytes are printed."""


class Ear(logging.Handler):
    """Hears everything that anybody logs, traces included."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what would be written, and what hangs on it."""
        if record.name.startswith("aiosqlite"):
            # It tells our own database's rows, and is never heard: the server logs nothing below INFO.
            return
        self.said.append(record.getMessage())
        self.said += [str(value) for key, value in vars(record).items() if key not in {"msg", "args", "exc_info"}]
        if record.exc_info and record.exc_info[1]:
            self.said += traceback.format_exception(record.exc_info[1])


@pytest.fixture
def ear() -> Iterator[Ear]:
    root, heard = logging.getLogger(), Ear()
    before = root.level
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    yield heard
    root.setLevel(before)
    root.removeHandler(heard)


@pytest.fixture
def fake(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """Set up, and asked impatiently."""
    played = registry.fake(str(request.param))
    monkeypatch.setattr(asking, "_FIRST_WAIT_S", 0.001)
    monkeypatch.setenv("LIMNER_MONTH_MICROUSD", str(10**9))
    prefix = f"LIMNER_{played.name.upper().replace('-', '_')}"
    monkeypatch.setenv(f"{prefix}_TIMEOUT_S", "1")
    monkeypatch.setenv(f"{prefix}_POLL_S", "0.05")
    played.retry_after_s = 0.01
    with running(played) as address:
        for variable, value in played.environment.items():
            monkeypatch.setenv(variable, value.format(address=address, key=played.key))
        yield played


async def person(mine: OwnedStore, photo: KeptPhoto) -> KeptCharacter:
    kept = KeptCharacter(
        account_id=mine.account_id, name=NAME, character=plain_person(), photo_ids=(photo.id,), face_number=1
    )
    await mine.store.insert(kept)
    return kept


async def done(tools: Tools, job: Job) -> Job:
    """The job, whoever does it, at its end."""
    ended = await run(tools, job)
    assert ended
    return ended


@pytest.mark.parametrize("fake", registry.fake_names(), indirect=True)
async def test_nothing_secret_is_said_however_it_ends(
    fake: Fake,
    ear: Ear,
    tools: Tools,
    mine: OwnedStore,
    photo: KeptPhoto,
    alarm: Alarm,
    capfd: pytest.CaptureFixture[str],
) -> None:
    kept = await person(mine, photo)
    consent = Consent(
        account_id=mine.account_id, what=consent_for(fake.name), version=consent_version(maker(fake.name))
    )
    await mine.store.insert(consent)
    moves = fake.name in animator_names()
    drawn = SMALL.model_copy(update={"character_id": kept.id, "fall_back": False, "words": WORD})
    order = drawn.model_copy(update={"provider": fake.name})
    if moves:
        finished = job_of(mine, order=drawn.model_copy(update={"words": ""}))
        await submit(tools.store, finished)
        first = await claim(tools.store, "painter")
        assert first
        assert (await done(tools, first)).state == "done"
        moving = Moving(provider=fake.name, seconds=2, words=WORD)
        order = DrawOrder(artwork_id=finished.id, motion=moving, fall_back=False)

    async def admit(_: int) -> None:
        """As many as they like."""

    told, ends = list[str](), set[str]()
    for behaviour in ("success", *fake.behaviours, *fake.refusals):
        await mine.store.delete(ProviderRest, {})
        fake.behave(*[behaviour] * 3)
        await order_one(mine, alarm, order, new_id(), admit)
        claimed = await claim(tools.store, "worker")
        assert claimed
        ended = await done(tools, claimed)
        ends.add(ended.state)
        told.append(ended.model_dump_json(exclude={"order"}))
    assert ends == {"done", "failed"}
    assert any(WORD in prompt for prompt in fake.prompts)
    events = await mine.store.find(Event, {}, limit=2000)
    audit = await mine.store.find(AuditEntry, {}, limit=2000)
    told += [one.model_dump_json() for one in (*events, *audit)]
    everything = "\n".join([*told, *ear.said, *fake.addresses, *capfd.readouterr()])
    for secret in (fake.key, WORD, NAME, *PICTURES):
        at = everything.find(secret)
        assert at < 0, everything[max(0, at - 200) : at + 80]
