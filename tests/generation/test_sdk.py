import pytest

from limner.errors import ExtraMissing
from limner.generation.sdk import check_installed, retry_after_s


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "1500", "retry-after": "7"}, 1.5),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00"}, None),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "later"}, None),
        ({}, None),
    ],
)
def test_what_a_server_says_of_coming_back(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(headers) == seconds


def test_a_date_to_come_is_some_seconds_away() -> None:
    assert (retry_after_s({"retry-after": "Fri, 21 Oct 2095 07:28:00 GMT"}) or 0) > 1e9


def test_a_missing_package_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(ExtraMissing) as missing:
        check_installed("Somebody", "no_such_package_at_all", "somebody")
    assert missing.value.advice == 'pip install "limner[somebody]"'
    check_installed("Somebody", "json", "somebody")
