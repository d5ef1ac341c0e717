"""Several people on one command line: who else is in the picture, and what is said of which of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import typer
from pydantic import ValidationError

from limner.cli.arguments import parse_overrides
from limner.errors import UsageError

if TYPE_CHECKING:
    from limner.catalog.adjustments import Adjustments

T = TypeVar("T")

WithOption = typer.Option(
    "--with", metavar="PHOTO[#FACE]", help="Another person in the same picture; up to three. #2 is the second face."
)
OutfitOption = typer.Option(metavar="[N:]NAME", help="See `limner outfits`. 2:royal dresses the second person alone.")
PoseOption = typer.Option(metavar="[N:]NAME", help="See `limner poses`. As for --outfit.")
TurnOption = typer.Option(metavar="[N:]DEG", help="Turn clockwise by -180 to 180 degrees. As for --outfit.")
FlipOption = typer.Option(metavar="N", min=1, max=4, help="Mirror this person: 1 is the first.")
_MOST_DEG: Final = 180.0


def parse_beside(texts: Sequence[str]) -> list[tuple[Path, int | None]]:
    """Photos of who else is drawn, each with the number of the face that is meant."""
    return [_photo_and_face(text) for text in texts]


def _photo_and_face(text: str) -> tuple[Path, int | None]:
    photo, mark, number = text.rpartition("#")
    if not mark or not number.isdecimal() or not int(number) or Path(text).exists():
        return Path(text), None
    return Path(photo), int(number)


def parse_adjustments(
    people: int,
    *,
    outfit: Sequence[str],
    pose: Sequence[str],
    turn: Sequence[str],
    flip: Sequence[int],
    corrections: Sequence[str],
) -> "list[Adjustments]":
    """What is said of each of so many people.

    Raises:
        UsageError: it is said of somebody who is not in the picture, or a number is none.
        BadAttribute: a correction has no equals sign.
    """
    from limner.catalog.adjustments import Adjustments

    outfits, poses = _each(outfit, people, str), _each(pose, people, str)
    turns, named = _each(turn, people, _degrees), [_person(text, people) for text in corrections]
    for number in flip:
        _in_picture(number, people)
    wishes: list[dict[str, object]] = [
        {
            # Without a number a correction is of the first person.
            "attributes": dict(parse_overrides([text for who, text in named if (who or 1) == number])),
            "outfit": outfits[number - 1],
            "pose": poses[number - 1],
            "turn_deg": turns[number - 1] or 0.0,
            "flip": number in flip,
        }
        for number in range(1, people + 1)
    ]
    try:
        return [Adjustments.model_validate(wish) for wish in wishes]
    except ValidationError as error:
        raise UsageError("A name or a value is far too long.", "See `limner outfits` and `limner poses`.") from error


def _each(texts: Sequence[str], people: int, parse: Callable[[str], T]) -> list[T | None]:
    """A value for each person; one without a number is everybody's, and one with a number goes before it."""
    said: dict[int, T] = {}
    for who, text in sorted((_person(text, people) for text in texts), key=lambda one: one[0] is not None):
        value = parse(text)
        said.update({who: value} if who else dict.fromkeys(range(1, people + 1), value))
    return [said.get(number) for number in range(1, people + 1)]


def _person(text: str, people: int) -> tuple[int | None, str]:
    number, colon, rest = text.partition(":")
    if not colon or not number.isdecimal():
        return None, text
    return _in_picture(int(number), people), rest


def _in_picture(number: int, people: int) -> int:
    if not 1 <= number <= people:
        there = "is one person" if people == 1 else f"are {people} people"
        raise UsageError(f"There {there} in this picture, and nobody is number {number}.", "Add somebody by --with.")
    return number


def _degrees(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -_MOST_DEG <= value <= _MOST_DEG:
        raise UsageError(
            f"{text} is no number of degrees from -180 to 180.", "Write it like --turn -15 or --turn 2:30."
        )
    return value
