"""Every error Limner raises on purpose.

    LimnerError
    ├── InputError                 the person's input can't be used; another input helps      exit 3
    │   ├── PhotoError
    │   │   ├── PhotoUnreadable        photo.unreadable
    │   │   ├── NotAPicture            photo.not_a_picture
    │   │   ├── BrokenPicture          photo.broken
    │   │   ├── PhotoTooLarge          photo.too_large
    │   │   ├── PhotoTooSmall          photo.too_small
    │   │   └── PhotoGone              photo.gone
    │   ├── FaceError
    │   │   ├── NoFace                 face.none
    │   │   ├── FaceUnusable           face.unusable
    │   │   └── NoSuchFace             face.no_such
    │   └── TemplateUnusable       template.unusable       a template of the user's own
    ├── UsageError                 the request is worded wrongly; mending it helps            exit 2
    │   ├── UnknownName                usage.unknown_name
    │   ├── BadAttribute               usage.bad_attribute
    │   ├── VectorImpossible           usage.vector_impossible
    │   └── OutputUnwritable           usage.output_unwritable
    ├── MissingError               something must be installed or fetched first               exit 4
    │   ├── ModelFileMissing           missing.model_file
    │   └── ExtraMissing               missing.extra
    ├── RequestError               this account can't do that, or not now                     exit 2
    │   ├── NotFound                   request.not_found
    │   ├── NotSignedIn                request.not_signed_in
    │   ├── NotAllowed                 request.not_allowed
    │   │   └── ConsentNeeded              request.consent_needed      the person says yes first   exit 6
    │   ├── Invalid                    request.invalid
    │   ├── Conflict                   request.conflict
    │   ├── TooLarge                   request.too_large
    │   ├── TooSlow                    request.too_slow
    │   ├── TooMany                    request.too_many            retry after `retry_after_s`
    │   └── OverQuota                  request.over_quota
    ├── ProviderError              who should draw did not; another provider may             exit 6
    │   ├── Refused                    provider.refused            `reason`; the same request is refused again
    │   ├── QuotaSpent                 provider.quota              retry after `retry_after_s`
    │   ├── Overloaded                 provider.overloaded         retry after `retry_after_s`
    │   ├── BadKey                     provider.bad_key
    │   ├── ModelRetired               provider.model_retired
    │   ├── NotConfigured              provider.not_configured
    │   ├── Unsuited                   provider.unsuited           it can't draw such a picture
    │   ├── Unreachable                provider.unreachable        retry helps
    │   ├── TimedOut                   provider.timed_out          retry helps
    │   ├── BadResult                  provider.bad_result         retry helps
    │   └── OverCap                    provider.over_cap           the month's money is spent
    └── StorageError               the server's own stores                                    exit 5
        ├── StoreUnreachable           storage.unreachable         retry helps
        ├── Taken                      storage.taken               caught by whoever inserts
        ├── BlobMissing                storage.blob_missing
        ├── BlobUnreadable             storage.blob_unreadable
        └── DiskFull                   storage.full                retry helps

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


class PhotoGone(PhotoError):
    """The photo was needed and is no longer kept."""

    code = "photo.gone"


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


class TemplateUnusable(InputError):
    """A folder that should be a template can't be used: its manifest or a picture of it."""

    code = "template.unusable"
    actor = "operator"


class UsageError(LimnerError):
    """The request is worded wrongly."""

    code = "usage"
    exit_code = 2


class UnknownName(UsageError):
    """No style, template, outfit, pose, detector or provider has this name."""

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


class RequestError(LimnerError):
    """This account can't do that, or not now."""

    code = "request"
    exit_code = 2


class NotFound(RequestError):
    """There is no such thing among the account's own; whether others have it is nobody's business."""

    code = "request.not_found"

    def __init__(self, what: str = "thing") -> None:
        name = what.replace("_", " ").removesuffix("s")
        super().__init__(f"There is no such {name}.", "It may have been deleted. Go back to the list and choose again.")


class NotSignedIn(RequestError):
    """No valid token, key or cookie."""

    code = "request.not_signed_in"


class NotAllowed(RequestError):
    """Signed in, but the role or the key's scopes don't allow it."""

    code = "request.not_allowed"


class ConsentNeeded(NotAllowed):
    """The person has not agreed to this yet."""

    code = "request.consent_needed"
    exit_code = 6


class Invalid(RequestError):
    """The request's fields don't hold together."""

    code = "request.invalid"


class Conflict(RequestError):
    """The thing is no longer, or not yet, in a state in which this can be done."""

    code = "request.conflict"


class TooLarge(RequestError):
    """The body has more bytes than this route takes."""

    code = "request.too_large"


class TooSlow(RequestError):
    """The body came too slowly."""

    code = "request.too_slow"
    retry_helps = True


class TooMany(RequestError):
    """More requests than the limit allows; `retry_after_s` says when the next one is welcome."""

    code = "request.too_many"
    retry_helps = True

    def __init__(self, message: str, advice: str, retry_after_s: int) -> None:
        super().__init__(message, advice)
        self.retry_after_s = retry_after_s


class OverQuota(RequestError):
    """The account has used up what it was given."""

    code = "request.over_quota"


class ProviderError(LimnerError):
    """A provider did not draw. What it answered is never repeated word for word: it may hold the prompt or a key."""

    code = "provider"
    exit_code = 6

    def __init__(
        self, message: str, advice: str = "", *, retry_after_s: float | None = None, may_cost: bool = True
    ) -> None:
        super().__init__(message, advice)
        self.retry_after_s = retry_after_s
        self.may_cost = may_cost
        """Whether a picture that did not arrive may have been drawn, and paid: not where nothing was ever sent."""


Reason = Literal["people", "children", "known-person", "other"]
"""Why a picture was refused, so far as the provider says: "people" is unwanted content with people in it."""


class Refused(ProviderError):
    """The provider's rules forbid this picture; the same request would be refused again."""

    code = "provider.refused"

    def __init__(self, message: str, advice: str = "", *, reason: Reason = "other") -> None:
        super().__init__(message, advice)
        self.reason: Reason = reason


class QuotaSpent(ProviderError):
    """The key's own quota or money is used up until `retry_after_s`; None when nobody said until when."""

    code = "provider.quota"
    actor = "operator"
    retry_helps = True


class Overloaded(ProviderError):
    """The provider has too much to do or broke; `retry_after_s` where it says when to come back."""

    code = "provider.overloaded"
    retry_helps = True


class BadKey(ProviderError):
    """The key is wrong, or may not do this."""

    code = "provider.bad_key"
    actor = "operator"


class ModelRetired(ProviderError):
    """The model is unknown or no longer offered."""

    code = "provider.model_retired"
    actor = "operator"


class NotConfigured(ProviderError):
    """The provider lacks a key, an address or a model."""

    code = "provider.not_configured"
    actor = "operator"


class Unsuited(ProviderError):
    """The provider can't draw such a picture: too many people, too large, no photo to look at."""

    code = "provider.unsuited"


class Unreachable(ProviderError):
    """No connection, or it was cut."""

    code = "provider.unreachable"
    retry_helps = True


class TimedOut(ProviderError):
    """No answer in time."""

    code = "provider.timed_out"
    retry_helps = True


class BadResult(ProviderError):
    """What came back is no picture that can be used."""

    code = "provider.bad_result"
    retry_helps = True


class OverCap(ProviderError):
    """The picture would cost more than what is left of this month's money."""

    code = "provider.over_cap"


class StorageError(LimnerError):
    """The server's own stores."""

    code = "storage"
    exit_code = 5
    actor = "operator"


class StoreUnreachable(StorageError):
    """The database or the store of pictures does not answer."""

    code = "storage.unreachable"
    retry_helps = True

    def __init__(self, what: str = "The database") -> None:
        super().__init__(f"{what} does not answer.", "Try again in a minute; if it lasts, look at its log.")


class Taken(StorageError):
    """A record with this id or unique key is there already."""

    code = "storage.taken"


class BlobMissing(StorageError):
    """A picture that the database knows is not in the blob store."""

    code = "storage.blob_missing"


class BlobUnreadable(StorageError):
    """A stored picture can't be decrypted: it is damaged, or its key is gone."""

    code = "storage.blob_unreadable"


class DiskFull(StorageError):
    """No room is left for a picture."""

    code = "storage.full"
    retry_helps = True
