"""What is signed in to an account: devices and programs."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, status
from pydantic import BaseModel, Field

from limner.accounts import api_keys, sessions
from limner.accounts.api_keys import ApiKey, Scope
from limner.accounts.sessions import Session
from limner.api.parameters import Id
from limner.api.problems import problem_responses
from limner.api.visitor import Person

router = APIRouter(prefix="/me", tags=["me"])


class DeviceOut(BaseModel):
    """A device that is signed in; the address is shortened."""

    id: str
    device: str
    address: str
    created_at: datetime
    used_at: datetime
    is_this: bool


class EndedOut(BaseModel):
    """How many devices were signed out."""

    ended: int


class ApiKeyIn(BaseModel):
    """A new key."""

    name: str = Field(min_length=1, max_length=80)
    scopes: set[Scope] = Field(min_length=1)


class ApiKeyOut(BaseModel):
    """A key, without its text."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_used_at: datetime | None
    previous_until: datetime | None = Field(description="Until when the text before the last rotation still opens")


class NewApiKeyOut(ApiKeyOut):
    """A key with its text, shown this once."""

    text: str


@router.get("/sessions", operation_id="listSessions", responses=problem_responses(401, 403))
async def list_sessions(visitor: Person) -> list[DeviceOut]:
    """The devices that are signed in, newest first."""
    here = visitor.signed_in.need_person().id
    return [_device_out(one, here) for one in await sessions.live(visitor.mine, 200)]


@router.delete("/sessions", operation_id="endAllSessions", responses=problem_responses(401, 403, 422))
async def delete_sessions(visitor: Person, *, keep_this: Annotated[bool, Query()] = False) -> EndedOut:
    """Sign out everywhere, perhaps but here."""
    kept = visitor.signed_in.need_person().id if keep_this else None
    return EndedOut(ended=await sessions.end_all(visitor.mine, visitor.caller, but=kept))


@router.delete(
    "/sessions/{session_id}",
    operation_id="endSession",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def delete_session(visitor: Person, session_id: Id) -> None:
    """Sign one device out."""
    await sessions.end(visitor.mine, session_id, visitor.caller)


@router.get("/api-keys", operation_id="listApiKeys", responses=problem_responses(401, 403))
async def list_api_keys(visitor: Person) -> list[ApiKeyOut]:
    """The account's keys, newest first."""
    return [_key_out(key) for key in await api_keys.live(visitor.mine)]


@router.post(
    "/api-keys",
    operation_id="createApiKey",
    status_code=status.HTTP_201_CREATED,
    responses=problem_responses(401, 403, 409, 422),
)
async def post_api_key(visitor: Person, wanted: ApiKeyIn) -> NewApiKeyOut:
    """Make a key for a program; its text is shown this once."""
    key, text = await api_keys.make(visitor.mine, wanted.name, sorted(wanted.scopes), visitor.caller)
    return NewApiKeyOut(**_key_out(key).model_dump(), text=text)


@router.post(
    "/api-keys/{key_id}/rotate", operation_id="rotateApiKey", responses=problem_responses(401, 403, 404, 409, 422)
)
async def post_rotate(visitor: Person, key_id: Id) -> NewApiKeyOut:
    """Give a key a new text; the old one opens for another day."""
    key, text = await api_keys.rotate(visitor.mine, key_id, visitor.caller)
    return NewApiKeyOut(**_key_out(key).model_dump(), text=text)


@router.delete(
    "/api-keys/{key_id}",
    operation_id="revokeApiKey",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def delete_api_key(visitor: Person, key_id: Id) -> None:
    """End a key at once."""
    await api_keys.revoke(visitor.mine, key_id, visitor.caller)


def _device_out(session: Session, here: str) -> DeviceOut:
    shown = session.model_dump(include={"id", "device", "address", "created_at", "used_at"})
    return DeviceOut(**shown, is_this=session.id == here)


def _key_out(key: ApiKey) -> ApiKeyOut:
    return ApiKeyOut.model_validate(key.model_dump(include=set(ApiKeyOut.model_fields)))
