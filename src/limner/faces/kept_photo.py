"""A photo an account keeps: its row, and who was found in it. The pixels lie in the blob store, encrypted."""

from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from limner.engine.images import Box
from limner.faces.face import Face
from limner.faces.quality import Verdict
from limner.storage.record import Owned, now


class Advice(BaseModel):
    """One sentence of the photo coach: `code` for machines, the rest for the person."""

    model_config = ConfigDict(frozen=True)

    code: str
    message: str
    advice: str


class FoundFace(BaseModel):
    """A face of a kept photo; x, y, width and height are pixels of the kept picture, angles degrees."""

    model_config = ConfigDict(frozen=True)

    number: int = Field(ge=1, description="From 1, the largest face first")
    x: float
    y: float
    width: float
    height: float
    confidence: float = Field(ge=0, le=1)
    yaw_deg: float
    pitch_deg: float
    roll_deg: float
    verdict: Verdict
    coach: tuple[Advice, ...] = ()

    @classmethod
    def of(cls, face: Face, number: int) -> "FoundFace":
        """What is kept of a face."""
        box, pose = face.box, face.pose
        return cls(
            number=number,
            x=round(box.x_px, 1),
            y=round(box.y_px, 1),
            width=round(box.width_px, 1),
            height=round(box.height_px, 1),
            confidence=round(face.confidence, 3),
            yaw_deg=round(pose.yaw_deg, 1),
            pitch_deg=round(pose.pitch_deg, 1),
            roll_deg=round(pose.roll_deg, 1),
            verdict=face.quality.verdict,
            coach=tuple(Advice(code=one.code, message=one.message, advice=one.advice) for one in face.quality.findings),
        )

    def box(self) -> Box:
        """Where the face is."""
        return Box(self.x, self.y, self.width, self.height)


class KeptPhoto(Owned):
    """An accepted upload: upright, of a working size, without location or other metadata.

    `width_px` and `height_px` are those of the kept picture, `original_...` of the upload; `sha256` is the upload's,
    by which the same photo is known again. The blob has the photo's id.
    """

    table: ClassVar[str] = "photos"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "sha256"),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "id"), ("delete_after",))

    sha256: str
    media_type: str
    width_px: int
    height_px: int
    original_width_px: int
    original_height_px: int
    faces: tuple[FoundFace, ...] = ()
    created_at: datetime = Field(default_factory=now)
    delete_after: datetime | None = None

    @property
    def thumb_id(self) -> str:
        """Blob of the thumbnail."""
        return f"{self.id}.thumb"
