"""Who may be here and how much: people, their quotas, the rules of the house, invitations."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, status
from pydantic import BaseModel, EmailStr, Field

from limner.accounts import administration, house_rules, invitations
from limner.accounts.account import Account, Role
from limner.accounts.administration import Quota
from limner.accounts.house_rules import Registration
from limner.accounts.invitations import Invitation
from limner.accounts.quotas import jobs_today, quotas_of
from limner.api.pages import Cursor, Limit, Page
from limner.api.parameters import Id
from limner.api.problems import problem_responses
from limner.api.routes.me import ReceiptOut, receipt_out
from limner.api.site import Site
from limner.api.visitor import Admin
from limner.backend import erase_account
from limner.errors import NotFound

router = APIRouter(prefix="/admin", tags=["admin"], responses=problem_responses(401, 403, 404, 422))
_MOST_INVITATIONS = 200
Search = Annotated[str, Query(max_length=254, description="A part of the e-mail address")]


class PersonOut(BaseModel):
    """An account as administrators see it."""

    id: str
    email: str
    role: Role
    email_verified: bool
    disabled: bool
    jobs_per_day: int | None = Field(description="None: as the settings say")
    stored_bytes: int | None = Field(description="None: as the settings say")
    month_microusd: int | None = Field(description="None: as the settings say")
    jobs_per_day_allowed: int = Field(description="Its own number, or that of the settings")
    stored_bytes_allowed: int = Field(description="Its own number, or that of the settings")
    month_microusd_allowed: int = Field(description="Its own number, or that of the settings")
    jobs_today: int
    used_bytes: int
    created_at: datetime


class PersonChange(BaseModel):
    """What an administrator may change; only what is sent is changed."""

    role: Role | None = None
    disabled: bool | None = None
    jobs_per_day: int | None = Field(default=None, ge=0, le=10**6)
    stored_bytes: int | None = Field(default=None, ge=0, le=10**15)
    month_microusd: int | None = Field(default=None, ge=0, le=10**12)


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


@router.get("/accounts", operation_id="adminListAccounts")
async def list_accounts(
    visitor: Admin, search: Search = "", cursor: Cursor = None, limit: Limit = 50
) -> Page[PersonOut]:
    """Everybody, newest first."""
    store = visitor.site.backend.store
    found = await administration.accounts(store, search=search, before=cursor, limit=limit + 1)
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
    own: tuple[Quota, ...] = ("jobs_per_day", "stored_bytes", "month_microusd")
    quotas: dict[Quota, int | None] = {name: getattr(change, name) for name in own if name in change.model_fields_set}
    if quotas:
        account = await administration.set_quotas(store, admin, account_id, quotas, caller)
    if account is None:
        raise NotFound(Account.table)
    return await _person(visitor.site, account)


@router.delete("/accounts/{account_id}", operation_id="adminEraseAccount", responses=problem_responses(409))
async def remove_account(visitor: Admin, account_id: Id) -> ReceiptOut:
    """Erase an account with everything it owns; the answer is the receipt."""
    account = await visitor.site.backend.store.get(Account, account_id)
    if account is None:
        raise NotFound(Account.table)
    receipt = await erase_account(visitor.site.backend, account, visitor.caller, by=visitor.account.id)
    return receipt_out(receipt)


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


async def _person(site: Site, account: Account) -> PersonOut:
    quotas = quotas_of(site.backend.settings, account)
    return PersonOut(
        **account.model_dump(include=set(PersonOut.model_fields)),
        jobs_per_day_allowed=quotas.jobs_per_day,
        stored_bytes_allowed=quotas.stored_bytes,
        month_microusd_allowed=quotas.month_microusd,
        jobs_today=await jobs_today(site.backend.store, account.id),
        used_bytes=await site.backend.blobs.bytes_of(account.id),
    )


def _invitation(made: Invitation, code: str | None = None) -> InvitationOut:
    return InvitationOut(id=made.id, email=made.email, role=made.role, expires_at=made.expires_at, code=code)


def _lower(email: str | None) -> str | None:
    return email.lower() if email else None
