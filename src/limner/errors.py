"""Every error Limner raises on purpose.

    LimnerError
    ├── InputError                 the person's input can't be used; another input helps      exit 3
    │   ├── PhotoError
    │   │   ├── PhotoUnreadable        photo.unreadable
    │   │   ├── NotAPicture            photo.not_a_picture
    │   │   ├── BrokenPicture          photo.broken
    │   │   ├── PhotoTooLarge          photo.too_large
    │   │   └── PhotoTooSmall          photo.too_small
    │   └── FaceError
    │       ├── NoFace                 face.none
    │       ├── FaceUnusable           face.unusable
    │       └── NoSuchFace             face.no_such
    ├── UsageError                 the request is worded wrongly; mending it helps            exit 2
    │   ├── UnknownName                usage.unknown_name
    │   ├── BadAttribute               usage.bad_attribute
    │   ├── VectorImpossible           usage.vector_impossible
    │   └── OutputUnwritable           usage.output_unwritable
    └── MissingError               something must be installed or fetched first               exit 4
        ├── ModelFileMissing           missing.model_file
        └── ExtraMissing               missing.extra

The message is one plain sentence; `advice` says what to do next. `code` never changes: pages translate by it.
Whoever catches a `LimnerError` may show both texts to the person. Anything else that is raised is a bug (exit 1).
"""

from typing import ClassVar, Literal

Actor = Literal["person", "operator"]


class LimnerError(Exception):
    """Base of all; `actor` says who can mend it, `retry_helps` whether the same request may succeed later."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    actor: ClassVar[Actor] = "person"
    retry_helps: ClassVar[bool] = False

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class InputError(LimnerError):
    """The photo or another input can't be used."""

    code = "input"
    exit_code = 3


class PhotoError(InputError):
    """The file is not a photo Limner accepts."""

    code = "photo"


class PhotoUnreadable(PhotoError):
    """The file is not there, or may not be opened."""

    code = "photo.unreadable"


class NotAPicture(PhotoError):
    """The content is no picture of a known type, whatever its name says."""

    code = "photo.not_a_picture"


class BrokenPicture(PhotoError):
    """The picture is truncated or damaged."""

    code = "photo.broken"


class PhotoTooLarge(PhotoError):
    """More bytes or pixels than the limits allow."""

    code = "photo.too_large"


class PhotoTooSmall(PhotoError):
    """Too few pixels to find a face in."""

    code = "photo.too_small"


class FaceError(InputError):
    """No face can be drawn from this photo."""

    code = "face"


class NoFace(FaceError):
    """No face was found."""

    code = "face.none"


class FaceUnusable(FaceError):
    """A face was found that can't be measured: too small, turned away, too dark."""

    code = "face.unusable"


class NoSuchFace(FaceError):
    """The photo has fewer faces than the number asked for."""

    code = "face.no_such"


class UsageError(LimnerError):
    """The request is worded wrongly."""

    code = "usage"
    exit_code = 2


class UnknownName(UsageError):
    """No style, template, detector or provider has this name."""

    code = "usage.unknown_name"


class BadAttribute(UsageError):
    """An attribute of a character was given an unknown name or an impossible value."""

    code = "usage.bad_attribute"


class VectorImpossible(UsageError):
    """An SVG was asked for in a style that is painted in pixels."""

    code = "usage.vector_impossible"


class OutputUnwritable(UsageError):
    """The result can't be written where it was asked for."""

    code = "usage.output_unwritable"


class MissingError(LimnerError):
    """Something must be installed or fetched first."""

    code = "missing"
    exit_code = 4
    actor = "operator"
    retry_helps = True


class ModelFileMissing(MissingError):
    """A model file is not on this machine or is damaged."""

    code = "missing.model_file"


class ExtraMissing(MissingError):
    """An optional package is not installed."""

    code = "missing.extra"
