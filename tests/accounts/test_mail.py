"""Mails, sent to a real SMTP server on this machine."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from tests.servers import free_port

from limner.accounts.mail import ConsoleMailer, Mail, SmtpMailer, open_mailer
from limner.settings import Settings

HELLO = Mail("jane@example.org", "Grüße", "Hello,\n\nhttps://limner.example.org/verify-email#token=abc.def\n")


class Inbox:
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.users: list[bytes] = []
        self.refuses = False

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        del server, session
        if self.refuses:
            return "550 no"
        self.envelopes.append(envelope)
        return "250 OK"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        del server, session, envelope, mechanism
        assert isinstance(data, LoginPassword)
        self.users.append(data.login)
        return AuthResult(success=data.password == b"p@ss word")


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def port(inbox: Inbox) -> Iterator[int]:
    chosen = free_port()
    controller = Controller(inbox, "127.0.0.1", chosen, authenticator=inbox.authenticate, auth_require_tls=False)
    controller.start()
    yield chosen
    controller.stop()


async def test_a_mail_arrives_as_it_was_written(inbox: Inbox, port: int) -> None:
    url = f"smtp://limner%40example.org:p%40ss%20word@127.0.0.1:{port}"
    mailer = open_mailer(Settings.model_validate({"smtp_url": url, "mail_from": "Limner <limner@example.org>"}))
    await mailer.send(HELLO)
    assert inbox.users == [b"limner@example.org"]
    [envelope] = inbox.envelopes
    assert envelope.rcpt_tos == [HELLO.to]
    assert isinstance(envelope.content, bytes)
    message = message_from_bytes(envelope.content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert (message["To"], message["Subject"]) == (HELLO.to, HELLO.subject)
    assert message.get_content().replace("\r\n", "\n") == HELLO.text


async def test_an_unsent_mail_is_logged_without_address_or_token(
    inbox: Inbox, port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox.refuses = True
    for url in (f"smtp://127.0.0.1:{port}", f"smtp://user:p%40ss@127.0.0.1:{free_port()}"):
        await SmtpMailer(url, "limner@example.org").send(HELLO)
    printed = capsys.readouterr()
    said = printed.out + printed.err
    assert said.count("mail not sent") == 2
    assert not any(secret in said for secret in (HELLO.to, "abc.def", "p@ss", "p%40ss"))
    assert not inbox.envelopes


async def test_no_address_smuggles_headers(inbox: Inbox, port: int) -> None:
    mailer = SmtpMailer(f"smtp://limner:p%40ss%20word@127.0.0.1:{port}", "limner@example.org")
    with pytest.raises(ValueError, match="linefeed"):
        await mailer.send(Mail("jane@example.org\r\nBcc: other@example.org", "Hello", "Hello"))
    assert not inbox.envelopes


async def test_without_a_mail_server_the_console_shows_the_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mailer = open_mailer(Settings(data_dir=tmp_path))
    assert isinstance(mailer, ConsoleMailer)
    await mailer.send(HELLO)
    assert "#token=abc.def" in capsys.readouterr().err
