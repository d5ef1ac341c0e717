"""Mails to people: printed on the console, or sent by SMTP where the settings name a server."""

import sys
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

import aiosmtplib
import structlog

from limner.settings import Settings

_log = structlog.stdlib.get_logger("limner.mail")
_TIMEOUT_S: Final = 20
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Mail:
    """A plain text to one person."""

    to: str
    subject: str
    text: str


class Mailer(Protocol):
    """Sends mails."""

    async def send(self, mail: Mail) -> None:
        """Send one. Whoever asked for it is never told whether that worked: it would say which addresses exist."""
        ...


class ConsoleMailer:
    """For a server without mail: whoever runs it reads the links and passes them on."""

    async def send(self, mail: Mail) -> None:
        """Print the mail."""
        sys.stderr.write(f"\nMail to {mail.to}: {mail.subject}\n{mail.text}\n")


class SmtpMailer:
    """By SMTP: encrypted from the start (`smtps`), or by STARTTLS, which only a server on this machine may lack."""

    def __init__(self, url: str, sender: str) -> None:
        parts = urlsplit(url)
        self._host = parts.hostname or "127.0.0.1"
        self._use_tls = parts.scheme == "smtps"
        self._port = parts.port or (465 if self._use_tls else 587)
        self._user = unquote(parts.username) if parts.username else None
        self._password = unquote(parts.password) if parts.password else None
        self._sender = sender

    async def send(self, mail: Mail) -> None:
        """Send one; a failure is written to the log, without the address or the text."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self._sender, mail.to, mail.subject
        message.set_content(mail.text)
        try:
            await aiosmtplib.send(
                message,
                hostname=self._host,
                port=self._port,
                username=self._user,
                password=self._password,
                use_tls=self._use_tls,
                start_tls=None if self._use_tls or self._host in _LOOPBACK else True,
                timeout=_TIMEOUT_S,
            )
        except (aiosmtplib.SMTPException, OSError) as error:
            _log.warning("mail not sent", host=self._host, port=self._port, reason=type(error).__name__)


def open_mailer(settings: Settings) -> Mailer:
    """The mailer the settings name."""
    if settings.smtp_url is None:
        return ConsoleMailer()
    return SmtpMailer(settings.smtp_url.get_secret_value(), settings.mail_from)
