"""The month's money is exact when many processes spend it at once, in every database."""

import subprocess
import sys
from pathlib import Path

import pytest

from limner.accounts.spending import Charge, MonthlySpending, spent
from limner.backend import open_store

CAP, PRICE, COST = 1_000_000, 130_000, 90_000
PROCESSES, TRIES = 8, 6
SPENDER = f"""
import asyncio, sys
from limner.accounts.spending import Charge, MonthlySpending, reserve, settle
from limner.backend import open_store
from limner.errors import OverCap

async def spend(url, name):
    store = open_store(url, (Charge, MonthlySpending))
    print("ready", flush=True)
    sys.stdin.readline()
    made = 0
    for number in range({TRIES}):
        try:
            charge = await reserve(store, "jane", f"{{name}}-{{number}}", "cloud", {PRICE}, {CAP})
        except OverCap:
            continue
        # Every other one costs nothing in the end: its place is free again.
        await settle(store, charge, {COST} if number % 2 == 0 else 0)
        made += number % 2 == 0
    print(made, flush=True)
    await store.close()

asyncio.run(spend(sys.argv[1], sys.argv[2]))
"""


@pytest.mark.parametrize("database", ["sqlite", "postgres", "mongo"])
async def test_eight_processes_never_spend_more_than_the_cap(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    fixture = {"postgres": "postgres_url", "mongo": "mongo_url"}.get(database)
    url = str(request.getfixturevalue(fixture)) if fixture else f"sqlite:///{tmp_path}/limner.db"
    store = open_store(url, (Charge, MonthlySpending))
    await store.prepare()
    spenders = [
        subprocess.Popen(  # noqa: ASYNC220 - nothing else runs here meanwhile
            [sys.executable, "-c", SPENDER, url, f"p{number}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for number in range(PROCESSES)
    ]
    try:
        for one in spenders:
            assert one.stdout
            assert one.stdout.readline() == "ready\n"
        for one in spenders:
            assert one.stdin
            one.stdin.write("\n")
            one.stdin.flush()
        made = sum(int(one.communicate(timeout=60)[0]) for one in spenders)
    finally:
        for one in spenders:
            one.kill()
    taken = await spent(store, "jane")
    assert taken == made * COST <= CAP
    assert await store.total(Charge, "microusd", {"account_id": "jane"}) == taken
    assert made > 0
    assert await store.count(Charge, {"standing": True}) == 0
    await store.close()
