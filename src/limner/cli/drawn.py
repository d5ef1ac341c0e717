"""What is said of a drawing once it is there: in words, or as JSON; and of one that a person is to draw."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from limner.cli.output import open_questions, print_json, verified_in_words, write_whole
from limner.cli.terms import cents
from limner.generation.registry import LOCAL

if TYPE_CHECKING:
    from limner.errors import LimnerError
    from limner.generation.brief import Brief
    from limner.generation.from_photo import Result, Wish


def keep_original(target: Path, photos: Sequence[Path], result: "Result") -> Path | None:
    """Write the file as a provider sent it beside the picture: encoding anew has lost its content credentials.

    Raises:
        OutputUnwritable: it can't be written.
    """
    from limner.engine.codec import media_type_of

    original = result.drawn.picture.original if result.drawn else None
    kind = media_type_of(original) if original else None
    if original is None or kind is None:
        return None
    beside = target.with_name(f"{target.stem}-as-sent.{kind.removeprefix('image/')}")
    if beside.resolve() in {photo.resolve() for photo in photos}:
        return None
    write_whole(beside, original)
    return beside


def say_drawn(
    target: Path, wish: "Wish", result: "Result", passed_over: "LimnerError | None", original: Path | None
) -> None:
    """Notes and questions on stderr, the file and what it cost on stdout."""
    if passed_over:
        typer.echo(f"{passed_over.message} {passed_over.advice}".strip(), err=True)
        without = ", without your words" if wish.words else ""
        typer.echo(f"This computer drew instead{without}.", err=True)
    for note in (*result.warnings, *_notes(result)):
        typer.echo(f"Note: {note}", err=True)
    if questions := open_questions(result.character):
        typer.echo(questions, err=True)
    for number, other in enumerate(result.beside, 2):
        if questions := open_questions(other):
            typer.echo(f"Person {number}: {questions.replace('--set ', f'--set {number}:')}", err=True)
    if wish.verify:
        typer.echo(verified_in_words(result.verification), err=True)
    typer.echo(f"{target} is drawn ({result.seconds['total']:.1f} s){_by_whom(result)}.")
    if original:
        typer.echo(f"{original} is the file as it was sent, with its content credentials.")


def _notes(result: "Result") -> Iterator[str]:
    drawn = result.drawn
    if drawn and drawn.lost_before:
        yield f"It was drawn twice, because the first time was lost: {', '.join(drawn.lost_before)}."
    if drawn and drawn.seen and drawn.seen.lost:
        yield f"Not as measured: {', '.join(check.name for check in drawn.seen.lost)}."


def _by_whom(result: "Result") -> str:
    if result.drawn is None or result.drawn.picture.provider == LOCAL:
        return ""
    picture, cost = result.drawn.picture, result.drawn.cost_microusd
    size = f"{picture.image.width_px} x {picture.image.height_px} px"
    return f" by {picture.provider}, {picture.model}, {size}{f'. It cost {cents(cost)} (US)' if cost else ''}"


def print_report(
    target: Path, wish: "Wish", result: "Result", passed_over: "LimnerError | None", original: Path | None
) -> None:
    """Everything of a drawing as JSON on stdout."""
    from limner.characters.attributes import UNMEASURED
    from limner.engine import ENGINE_VERSION

    drawn = result.drawn
    print_json(
        {
            "out": str(target),
            "sha256": hashlib.sha256(result.data).hexdigest(),
            "provider": drawn.picture.provider if drawn else LOCAL,
            "model": drawn.picture.model if drawn else f"engine {ENGINE_VERSION}",
            "cost_microusd": drawn.cost_microusd if drawn else 0,
            "style": wish.style.name,
            "template": wish.template.name,
            "seed": wish.seed,
            "engine_version": ENGINE_VERSION,
            "size_px": drawn.picture.image.width_px if drawn else wish.size_px,
            "seconds": result.seconds,
            "character": result.character.attributes(),
            "asks": [name for name in result.character.asks() if name not in UNMEASURED],
            "warnings": [*result.warnings, *_notes(result)],
            **({"original": str(original)} if original else {}),
            **({"passed_over": _error(passed_over)} if passed_over else {}),
            **({"beside": [one.attributes() for one in result.beside]} if result.beside else {}),
            **(
                {"verification": [asdict(check) for check in result.verification.checks]} if result.verification else {}
            ),
        }
    )


def _error(error: "LimnerError") -> dict[str, str]:
    return {"code": error.code, "message": error.message, "advice": error.advice}


def say_handed_off(brief: "Brief", *, json: bool) -> None:
    """The words to give to whoever draws, and what to do then."""
    from limner.generation.handoff_brief import midjourney_line, plain_brief

    line, page = midjourney_line(brief, None), plain_brief(brief)
    if json:
        print_json({"handed_off": {"brief": page, "midjourney": line}})
        return
    typer.echo(f"{page}\n\nThe same for Midjourney, in one line\n{line}")
    typer.echo(
        "\nGive the brief and the photo to whoever draws. When the picture is there, run the same command again with "
        "--brought FILE, or order and bring it in the studio.",
        err=True,
    )
