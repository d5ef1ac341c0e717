"""Process-wide settings from LIMNER_* environment variables; a provider keeps its own settings in its own file."""

from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_data_dir() -> Path:
    return platformdirs.user_data_path("limner", appauthor=False)


class Settings(BaseSettings):
    """What an operator may change without touching code: `LIMNER_THREADS=4` sets `threads`."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_", frozen=True)

    data_dir: Path = Field(default_factory=_default_data_dir)
    """Where Limner keeps what it fetched; the model files lie in `data_dir/models`."""

    threads: int = Field(default=2, ge=1, le=64)
    """Threads each library may use; the drawing's bytes don't depend on it."""

    max_photo_bytes: int = Field(default=40 * 1024 * 1024, ge=1)
    """Largest accepted photo file."""

    max_photo_pixels: int = Field(default=100_000_000, ge=1)
    """Largest accepted photo, width times height, checked before its pixels are decoded."""

    templates_dir: Path | None = None
    """Where templates of your own lie, each a folder; by default `templates` in `data_dir`."""

    database_url: str | None = None
    """`sqlite:///path`, `postgresql://...` or `mongodb://...`; by default a SQLite file in `data_dir`."""

    keys_file: Path | None = None
    """The server's secrets, the same for all servers of one house; by default `keys.json` in `data_dir`."""

    blobs_url: str | None = None
    """Where pictures lie: `file:///folder`, `s3://bucket` or `gs://bucket`; by default a folder in `data_dir`."""

    queue_url: str | None = None
    """`redis://...` wakes Celery workers; by default the server keeps worker processes of its own."""

    workers: int = Field(default=2, ge=0, le=64)
    """Worker processes a server keeps when there is no `queue_url`."""

    max_body_bytes: int = Field(default=1024 * 1024, ge=1024)
    """Largest request body, but for uploads of photos."""

    max_body_wait_s: float = Field(default=15, gt=0)
    """How long a request's body may be slower than 16 KB/s."""

    allowed_origins: tuple[str, ...] = ()
    """Web pages of other origins that may call the API, as `["https://example.org"]`."""

    photo_days: int | None = Field(default=None, ge=1)
    """Days after which photos are deleted where the account says nothing else; by default they stay until deleted."""

    metrics_token: SecretStr | None = None
    """What Prometheus shows at /metrics; without it only this machine itself may look."""

    public_url: str = "http://127.0.0.1:8400"
    """Where people reach this server; links in mails begin with it."""

    password_memory_kib: int = Field(default=19_456, ge=19_456)
    """Memory one Argon2id hash takes; older hashes are renewed when their owner signs in."""

    limits_url: str = "memory://"
    """Where requests are counted: `memory://` by each server for itself, `redis://...` by all together."""

    limit_generate: str = "10/minute"
    """Pictures an account may ask for."""

    limit_sign_in_address: str = "30/5minutes"
    """Tries to sign in, register or reset a password from one address."""

    limit_sign_in_email: str = "10/5minutes"
    """Tries to sign in with one e-mail address."""

    limit_mail: str = "5/hour"
    """Mails that anybody may have sent to one e-mail address."""

    limit_sample: str = "90/minute"
    """New drawings of the sample person, which needs no account, from one address."""

    jobs_per_day: int = Field(default=1000, ge=0)
    """Pictures an account may ask for in a day (UTC), unless its own number is set."""

    stored_bytes: int = Field(default=10 * 1024**3, ge=0)
    """Room for an account's pictures, unless its own number is set."""

    month_microusd: int = Field(default=5_000_000, ge=0)
    """Millionths of a US dollar an account may spend on providers in a month, unless its own number is set."""

    fall_back: tuple[str, ...] = ("local",)
    """Who draws, in this order, when the chosen provider can't or won't, as `["comfyui", "local"]`; `[]` for nobody."""

    smtp_url: SecretStr | None = None
    """`smtp://user:password@host:587` (STARTTLS) or `smtps://...`; by default mails are printed on the console."""

    mail_from: str = "Limner <limner@localhost>"
    """Sender of mails."""

    oidc_issuer: str | None = None
    """Identity provider people may sign in with (OpenID Connect), as `https://accounts.example.org`."""

    oidc_client_id: str = ""
    """Limner's name at the identity provider."""

    oidc_client_secret: SecretStr = SecretStr("")
    """Limner's password at the identity provider."""

    @property
    def own_templates_dir(self) -> Path:
        """Folder of the templates of one's own."""
        return self.templates_dir or self.data_dir / "templates"

    @property
    def models_dir(self) -> Path:
        """Folder of the model files."""
        return self.data_dir / "models"
