"""E-mail addresses in the one form they are compared in."""

from email_validator import EmailNotValidError, validate_email

from limner.errors import Invalid


def normal(address: str) -> str:
    """The address in lower case and composed Unicode. Whether it receives mail is shown by mailing it, not here.

    Raises:
        Invalid: this is no e-mail address.
    """
    try:
        return validate_email(address.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError as error:
        raise Invalid("This is not an e-mail address.", "Write it as name@example.org.") from error
