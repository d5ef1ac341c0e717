"""What administrators see and do: people, quotas, invitations, jobs, providers, storage, audit; nobody's pictures."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, status
from pydantic import BaseModel, EmailStr, Field

from limner.accounts import administration, audit, house_rules, invitations
from limner.accounts.account import Account, Role
from limner.accounts.administration import Quota
from limner.accounts.audit import AuditEntry
from limner.accounts.erasure import ErasedAccount
from limner.accounts.house_rules import Registration
from limner.accounts.invitations import Invitation
from limner.api.pages import Cursor, Limit, Page
from limner.api.parameters import Id
from limner.api.problems import problem_responses
from limner.api.site import Site
from limner.api.visitor import Admin
from limner.backend import erase_account
from limner.errors import NotFound
from limner.generation.registry import provider
from limner.generation.self_test import draw_test_picture
from limner.jobs.job import Job
from limner.storage.blobs import Blob

router = APIRouter(prefix="/admin", tags=["admin"], responses=problem_responses(401, 403, 404, 422))
_MOST_INVITATIONS = 200
_LAST_FAILURES = 500


class PersonOut(BaseModel):
    """An account as administrators see it."""

    id: str
    email: str
    role: Role
    email_verified: bool
    disabled: bool
    jobs_per_day: int | None = Field(description="None: as the settings say")
    stored_bytes: int | None = Field(description="None: as the settings say")
    used_bytes: int
    created_at: datetime


class PersonChange(BaseModel):
    """What an administrator may change; only what is sent is changed."""

    role: Role | None = None
    disabled: bool | None = None
    jobs_per_day: int | None = Field(default=None, ge=0, le=10**6)
    stored_bytes: int | None = Field(default=None, ge=0, le=10**15)


class HouseOut(BaseModel):
    """Who may register."""

    registration: Registration


class InvitationIn(BaseModel):
    """Whom to invite; without an address anybody who has the code may come."""

    email: EmailStr | None = None
    role: Role = "member"


class InvitationOut(BaseModel):
    """An invitation; its code is shown once, when it is made."""

    id: str
    email: str | None
    role: Role
    expires_at: datetime
    code: str | None = None


class JobsOut(BaseModel):
    """Jobs of everybody as numbers."""

    states: dict[str, int]
    failures: dict[str, int] = Field(description="Codes of the last failures")


class StorageOut(BaseModel):
    """What is stored."""

    pictures: int
    stored_bytes: int


class TestOut(BaseModel):
    """What came of a provider's test."""

    ok: bool
    seconds: float
    message: str


@router.get("/accounts", operation_id="adminListAccounts")
async def list_accounts(visitor: Admin, cursor: Cursor = None, limit: Limit = 50) -> Page[PersonOut]:
    """Everybody, newest first."""
    found = await administration.accounts(visitor.site.backend.store, before=cursor, limit=limit + 1)
    items = [await _person(visitor.site, account) for account in found[:limit]]
    return Page(items=items, next_cursor=found[limit - 1].id if len(found) > limit else None)


@router.patch("/accounts/{account_id}", operation_id="adminChangeAccount", responses=problem_responses(409))
async def change_account(visitor: Admin, account_id: Id, change: PersonChange) -> PersonOut:
    """Change a role or quotas, lock or open an account."""
    store, admin, caller = visitor.site.backend.store, visitor.account, visitor.caller
    account = await store.get(Account, account_id)
    if change.role is not None:
        account = await administration.set_role(store, admin, account_id, change.role, caller)
    if change.disabled is not None:
        account = await administration.set_disabled(store, admin, account_id, change.disabled, caller)
    own: tuple[Quota, ...] = ("jobs_per_day", "stored_bytes")
    quotas: dict[Quota, int | None] = {name: getattr(change, name) for name in own if name in change.model_fields_set}
    if quotas:
        account = await administration.set_quotas(store, admin, account_id, quotas, caller)
    if account is None:
        raise NotFound(Account.table)
    return await _person(visitor.site, account)


@router.delete("/accounts/{account_id}", operation_id="adminEraseAccount", responses=problem_responses(409))
async def remove_account(visitor: Admin, account_id: Id) -> ErasedAccount:
    """Erase an account with everything it owns; the answer is the receipt."""
    account = await visitor.site.backend.store.get(Account, account_id)
    if account is None:
        raise NotFound(Account.table)
    return await erase_account(visitor.site.backend, account, visitor.caller, by=visitor.account.id)


@router.get("/house", operation_id="adminGetHouse")
async def get_house(visitor: Admin) -> HouseOut:
    """The rules of the house."""
    rules = await house_rules.house_rules(visitor.site.backend.store)
    return HouseOut(registration=rules.registration)


@router.put("/house", operation_id="adminSetHouse")
async def put_house(visitor: Admin, wanted: HouseOut) -> HouseOut:
    """Open the house to everybody, or to those who are invited."""
    rules = await house_rules.set_registration(
        visitor.site.backend.store, visitor.account.id, wanted.registration, visitor.caller
    )
    return HouseOut(registration=rules.registration)


@router.post("/invitations", operation_id="adminInvite", status_code=status.HTTP_201_CREATED)
async def invite(visitor: Admin, wanted: InvitationIn) -> InvitationOut:
    """Invite somebody; the code is in the answer, for a mail or a message of your own."""
    made, code = await invitations.invite(
        visitor.site.backend.store, visitor.account.id, visitor.caller, role=wanted.role, email=_lower(wanted.email)
    )
    return _invitation(made, code)


@router.get("/invitations", operation_id="adminListInvitations")
async def list_invitations(visitor: Admin) -> list[InvitationOut]:
    """Invitations that can still be used."""
    found = await invitations.open_invitations(visitor.site.backend.store, _MOST_INVITATIONS)
    return [_invitation(one) for one in found]


@router.delete(
    "/invitations/{invitation_id}", operation_id="adminWithdrawInvitation", status_code=status.HTTP_204_NO_CONTENT
)
async def withdraw_invitation(visitor: Admin, invitation_id: Id) -> None:
    """Make an invitation worthless."""
    await invitations.withdraw(visitor.site.backend.store, visitor.account.id, invitation_id, visitor.caller)


@router.get("/jobs", operation_id="adminGetJobs")
async def get_jobs(visitor: Admin) -> JobsOut:
    """How many jobs wait, run and have ended, and why the last ones failed."""
    store = visitor.site.backend.store
    failures: dict[str, int] = {}
    for job in await store.find(Job, {"state": "failed"}, limit=_LAST_FAILURES):
        code = job.failure.code if job.failure else "unknown"
        failures[code] = failures.get(code, 0) + 1
    return JobsOut(states=await store.count_by(Job, "state", {}), failures=failures)


@router.get("/storage", operation_id="adminGetStorage")
async def get_storage(visitor: Admin) -> StorageOut:
    """How much is stored."""
    store = visitor.site.backend.store
    return StorageOut(pictures=await store.count(Blob, {}), stored_bytes=await store.total(Blob, "plain_bytes", {}))


@router.get("/audit", operation_id="adminListAudit")
async def list_audit(visitor: Admin, cursor: Cursor = None, limit: Limit = 50) -> Page[AuditEntry]:
    """Who did what, newest first."""
    found = await audit.read(visitor.site.backend.store, before=cursor, limit=limit + 1)
    return Page(items=found[:limit], next_cursor=found[limit - 1].id if len(found) > limit else None)


@router.post("/providers/{name}/test", operation_id="adminTestProvider", responses=problem_responses(429))
async def try_provider(visitor: Admin, name: Annotated[str, Path(max_length=60)]) -> TestOut:
    """Have a provider draw an invented person, small: nobody's photo is used."""
    provider(name)
    await visitor.site.limits.check("generate", visitor.account.id)
    seconds, message = await visitor.site.aside(draw_test_picture, name)
    return TestOut(ok=not message, seconds=seconds, message=message or "It drew a picture.")


async def _person(site: Site, account: Account) -> PersonOut:
    shown = account.model_dump(include=set(PersonOut.model_fields) - {"used_bytes"})
    return PersonOut.model_validate({**shown, "used_bytes": await site.backend.blobs.bytes_of(account.id)})


def _invitation(made: Invitation, code: str | None = None) -> InvitationOut:
    return InvitationOut(id=made.id, email=made.email, role=made.role, expires_at=made.expires_at, code=code)


def _lower(email: str | None) -> str | None:
    return email.lower() if email else None
