"""Which passwords are accepted, and how they are kept."""

import statistics
import time

import pytest
from tests.accounts.conftest import CALLER, PASSWORD, Member

from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.limits import Limits
from limner.accounts.passwords import PasswordHashes, check_new
from limner.accounts.registration import register
from limner.accounts.sign_in import check_password
from limner.errors import Invalid, NotSignedIn
from limner.settings import Settings
from limner.storage.store import Store

EMAIL = "jane.doe.1980@example.org"


@pytest.mark.parametrize(
    "password",
    [
        "ninechars",
        "x" * 201,
        EMAIL,
        EMAIL.upper(),
        "jane.doe.1980",
        "Password123!",
        "p4ssw0rd2024",
        "1234567890",
        "qwertyuiop",
        "Summer2024!",
        "abcabcabcabc",
        "passwordpassword",
        "limner123456",
        "!!Iloveyou!!",
    ],
)
def test_guessable_passwords_are_refused(password: str) -> None:
    with pytest.raises(Invalid):
        check_new(password, EMAIL)


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "xkfoqmwzrv",
        "29384756102938",
        "ключ от сада",
        "🌙🌙🦉🏡🌲🌙🦊🎈🍎🧸",
        "a long sentence " * 12,
    ],
)
def test_any_letters_will_do(password: str) -> None:
    check_new(password, EMAIL)


async def test_every_letter_counts(hashes: PasswordHashes) -> None:
    long = "é" + "x" * 198
    kept = await hashes.hash(long + "a")
    assert kept.startswith("$argon2id$")
    assert await hashes.matches(kept, "e\u0301" + "x" * 198 + "a")
    assert not await hashes.matches(kept, long + "b")
    assert not await hashes.matches(kept, long.upper() + "a")


async def test_hashes_are_renewed_when_parameters_grow(
    store: Store, hashes: PasswordHashes, limits: Limits, join: Member
) -> None:
    account = await join("jane")
    stronger = PasswordHashes(memory_kib=24_576)
    for _ in range(2):
        await check_password(store, stronger, limits, account.email, PASSWORD, CALLER)
    renewed = await store.get(Account, account.id)
    assert renewed
    assert renewed.password_hash != account.password_hash
    assert "m=24576" in str(renewed.password_hash)
    assert not stronger.is_outdated(str(renewed.password_hash))
    assert hashes.is_outdated(str(renewed.password_hash))


async def test_unknown_address_takes_as_long_and_hears_the_same(
    store: Store, hashes: PasswordHashes, limits: Limits
) -> None:
    await register(store, hashes, EMAIL, PASSWORD, CALLER)
    times: dict[str, list[float]] = {EMAIL: [], "nobody@example.org": [], "no address": []}
    said: set[tuple[str, str]] = set()
    for _ in range(7):
        for email, taken in times.items():
            begun = time.perf_counter()
            with pytest.raises(NotSignedIn) as refused:
                await check_password(store, hashes, limits, email, "wrong password", Caller())
            taken.append(time.perf_counter() - begun)
            said.add((refused.value.message, refused.value.advice))
    assert len(said) == 1
    known, *unknown = (statistics.median(taken) for taken in times.values())
    assert all(0.5 < other / known < 2 for other in unknown)


def test_hashing_can_not_be_made_weaker_than_owasp_asks() -> None:
    with pytest.raises(ValueError, match="password_memory_kib"):
        Settings(password_memory_kib=1024)
