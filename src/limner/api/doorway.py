"""What it takes to let people in: hashes of passwords, mail, and perhaps an identity provider."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limner.accounts.mail import Mailer, open_mailer
from limner.accounts.passwords import PasswordHashes
from limner.errors import ExtraMissing
from limner.settings import Settings

if TYPE_CHECKING:
    from limner.accounts.oidc_provider import OidcProvider


@dataclass(frozen=True, slots=True)
class Doorway:
    """`oidc` is None where the settings name no identity provider."""

    hashes: PasswordHashes
    mailer: Mailer
    oidc: "OidcProvider | None"

    @classmethod
    def open(cls, settings: Settings) -> "Doorway":
        """As the settings say.

        Raises:
            ExtraMissing: a provider is named, but what speaks with it is not installed.
        """
        return cls(PasswordHashes(settings.password_memory_kib), open_mailer(settings), _oidc(settings))


def _oidc(settings: Settings) -> "OidcProvider | None":
    if settings.oidc_issuer is None:
        return None
    try:
        from limner.accounts.oidc_provider import OidcProvider  # noqa: PLC0415 - needs an extra
    except ImportError as error:
        raise ExtraMissing("Identity providers need a package.", "pip install 'limner[oidc]'") from error
    return OidcProvider(settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret.get_secret_value())
