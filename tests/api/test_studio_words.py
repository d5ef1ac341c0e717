"""Whatever the server names by a code, the studio has words for; a new code can't be forgotten."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Final, get_args

import pytest

from limner import errors
from limner.accounts.account import Account
from limner.accounts.audit import Event
from limner.accounts.invitations import Invitation
from limner.backend import RECORDS
from limner.catalog.registry import styles, templates
from limner.characters.attributes import ATTRIBUTES, Choice, Color
from limner.jobs.job import JobState
from limner.jobs.steps import STEPS
from limner.storage.record import Owned

_ROOT: Final = Path(__file__).parents[2]
_WORDS: Final = json.loads((_ROOT / "web/src/i18n/en.json").read_text("utf-8"))
_SOURCE: Final = "\n".join(path.read_text("utf-8") for path in (_ROOT / "src/limner").glob("*/*.py"))
_ANSWERED: Final = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
)
"""What the framework itself, and pictures asked for in parts, answer with."""


def _codes(kind: type[errors.LimnerError]) -> Iterator[str]:
    """A class's own code and those below it; group codes, without a dot, are never raised."""
    if "." in kind.code:
        yield kind.code
    for below in kind.__subclasses__():
        yield from _codes(below)


def _problems() -> set[str]:
    jobs = re.findall(r'Failure\(\s*code="([\w.]+)"', _SOURCE)
    framework = ["request." + one.phrase.lower().replace(" ", "_") for one in _ANSWERED]
    assert jobs
    return {"error", *_codes(errors.LimnerError), *jobs, *framework}


def _values() -> set[str]:
    kinds = [kind for kind in ATTRIBUTES.values() if isinstance(kind, Choice | Color)]
    return {"true", "false"} | {word for kind in kinds for word in kind.words}


def _findings() -> set[str]:
    found = set(re.findall(r'Finding\(\s*"(\w+)"', _SOURCE))
    assert len(found) > 1
    return found | {errors.NoFace.code}


def _removed() -> set[str]:
    """The tables that a receipt counts."""
    return {kind.table for kind in RECORDS if issubclass(kind, Owned)} | {Account.table, Invitation.table}


@pytest.mark.parametrize(
    ("group", "named"),
    [
        ("problem", _problems()),
        ("value", _values()),
        ("attribute", set(ATTRIBUTES)),
        ("coach", _findings()),
        ("kind", _removed()),
        ("step", set(STEPS)),
        ("job", set(get_args(JobState))),
        ("event", set(get_args(Event))),
        ("style", {one.name for one in styles()}),
        ("template", {one.name for one in templates()}),
    ],
)
def test_the_studio_has_words_for_everything_the_server_names(group: str, named: set[str]) -> None:
    assert sorted(named - set(_WORDS[group])) == []


def test_every_advice_of_the_coach_comes_with_what_is_wrong() -> None:
    for words in _WORDS["coach"].values():
        assert words.keys() == {"message", "advice"}
        assert all(words.values())
