"""What administrators find out, and that it is about nobody's pictures."""

import asyncio
from collections.abc import Iterator

import pytest
from tests.api.limner_server import Guest, LimnerServer

from limner.backend import open_backend
from limner.jobs.job import Failure, Job
from limner.jobs.order import DrawOrder
from limner.settings import Settings


@pytest.fixture
def admin(server: LimnerServer) -> Iterator[Guest]:
    """An administrator."""
    with server.guest("admin") as new:
        yield new


def _email(guest: Guest) -> str:
    return guest.client.get("/me").json()["email"]


def test_people_are_found_by_a_part_of_their_address(admin: Guest, guest: Guest, other: Guest) -> None:
    part = _email(guest).split("@")[0].upper()
    [found] = admin.client.get("/admin/accounts", params={"search": part}).json()["items"]
    assert (found["id"], found["jobs_today"], found["used_bytes"]) == (guest.account_id, 0, 0)
    assert found["id"] != other.account_id
    assert admin.client.get("/admin/accounts", params={"search": "%"}).json()["items"] == []


def test_a_person_is_told_what_their_own_quota_allows(admin: Guest, guest: Guest) -> None:
    path, quotas = f"/admin/accounts/{guest.account_id}", {"jobs_per_day": 0, "stored_bytes": 5_000_000}
    person = admin.client.patch(path, json=quotas).json()
    assert (person["jobs_per_day_allowed"], person["stored_bytes_allowed"]) == (0, 5_000_000)
    me = guest.client.get("/me").json()
    assert (me["jobs_per_day"], me["stored_bytes_allowed"]) == (0, 5_000_000)
    again = admin.client.patch(path, json={"jobs_per_day": None}).json()
    assert (again["jobs_per_day"], again["stored_bytes"]) == (None, 5_000_000)
    assert again["jobs_per_day_allowed"] == Settings().jobs_per_day


def test_failed_jobs_say_whose_and_why_but_not_what(server: LimnerServer, admin: Guest, guest: Guest) -> None:
    failure = Failure(code="photo.gone", message="The photo of Aunt May is gone.")
    order = DrawOrder(character_id="aunt", caption="To Aunt May")
    job = Job(account_id=guest.account_id, order=order, state="failed", failure=failure)
    asyncio.run(_insert(server, job))
    answer = admin.client.get("/admin/jobs/failed", params={"limit": 1})
    [failed] = answer.json()["items"]
    assert (failed["id"], failed["email"], failed["code"]) == (job.id, _email(guest), "photo.gone")
    assert "May" not in answer.text
    jobs = admin.client.get("/admin/jobs").json()
    assert jobs["failures"]["photo.gone"] >= 1
    assert jobs["cost_microusd"] == 0


def test_the_audit_log_is_read_by_event_and_by_person(admin: Guest, guest: Guest) -> None:
    names = (_email(admin), _email(guest))
    for disabled in (True, False):
        admin.client.patch(f"/admin/accounts/{guest.account_id}", json={"disabled": disabled})
    mine = {"account_id": admin.account_id}
    [entry] = admin.client.get("/admin/audit", params={**mine, "event": "account.disabled"}).json()["items"]
    assert (entry["email"], entry["about_email"]) == names
    first = admin.client.get("/admin/audit", params={**mine, "limit": 1}).json()
    rest = admin.client.get("/admin/audit", params={**mine, "cursor": first["next_cursor"]}).json()
    assert [one["event"] for one in first["items"] + rest["items"]] == ["account.enabled", "account.disabled"]
    assert rest["next_cursor"] is None
    assert admin.client.get("/admin/audit", params={"event": "nothing.such"}).status_code == 422


async def _insert(server: LimnerServer, job: Job) -> None:
    async with open_backend(Settings(data_dir=server.data_dir)) as backend:
        await backend.store.insert(job)
