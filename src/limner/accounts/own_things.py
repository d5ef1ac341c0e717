"""What accounts itself keeps of an account: removed when it is erased, and swept when it has served."""

from datetime import timedelta
from typing import Final

from limner.accounts.api_keys import ApiKey
from limner.accounts.consents import Consent
from limner.accounts.erasure import delete_owned
from limner.accounts.invitations import Invitation
from limner.accounts.oidc_identity import OidcAttempt, OidcIdentity
from limner.accounts.one_time import OneTimeToken
from limner.accounts.quotas import DailyUse, oldest_day_kept
from limner.accounts.sessions import Session
from limner.accounts.spending import Charge, MonthlySpending
from limner.storage.record import Owned, now
from limner.storage.store import Store

OWNED: Final[tuple[type[Owned], ...]] = (
    Session,
    OneTimeToken,
    ApiKey,
    Consent,
    OidcIdentity,
    DailyUse,
    MonthlySpending,
    Charge,
)
_ENDED_SESSIONS_KEPT: Final = timedelta(days=30)


async def erase_own(store: Store, account_id: str) -> dict[str, int]:
    """Remove sessions, keys, consents and the like, and the invitations the account made or came by."""
    counts = await delete_owned(store, account_id, OWNED)
    made = await store.delete(Invitation, {"made_by": account_id})
    counts[Invitation.table] = made + await store.delete(Invitation, {"used_by": account_id})
    return counts


async def sweep(store: Store) -> int:
    """Remove what has expired: tokens, attempts, invitations, old sessions and counts; says how many rows."""
    moment = now()
    removed = 0
    for kind in (OneTimeToken, OidcAttempt, Invitation):
        removed += await store.delete(kind, {"expires_at__lt": moment})
    removed += await store.delete(Session, {"expires_at__lt": moment - _ENDED_SESSIONS_KEPT})
    return removed + await store.delete(DailyUse, {"day__lt": oldest_day_kept()})
