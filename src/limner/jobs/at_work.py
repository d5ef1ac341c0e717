"""A worker's tools, and a job on its way through its steps."""

from dataclasses import dataclass, field
from typing import TypeVar

from limner.gallery.artwork import Artwork, ClipProvenance, LostAttribute, Provenance, RenditionSize
from limner.generation.clip import Animator
from limner.generation.maker import Maker
from limner.generation.provider import DrawRequest, Picture, Provider
from limner.generation.registry import LOCAL, animator, provider
from limner.jobs.job import Job
from limner.jobs.order import DrawOrder
from limner.jobs.sitting import Model
from limner.jobs.stages import Showing
from limner.jobs.steps import JobStep
from limner.settings import Settings
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore
from limner.storage.signed_links import SignedLinks
from limner.storage.store import Store

T = TypeVar("T")


class Lost(Exception):
    """The job is no longer this worker's."""


class Cancelled(Exception):
    """The person cancelled."""


@dataclass(slots=True)
class Tools:
    """What a worker holds from job to job; providers keep what they have drawn."""

    store: Store
    blobs: Blobs
    links: SignedLinks
    settings: Settings = field(default_factory=Settings)
    _providers: dict[str, Provider] = field(default_factory=dict[str, Provider])
    _animators: dict[str, Animator] = field(default_factory=dict[str, Animator])

    def provider(self, name: str) -> Provider:
        """The provider of this name, the same each time."""
        if name not in self._providers:
            self._providers[name] = provider(name)
        return self._providers[name]

    def animator(self, name: str) -> Animator:
        """The animator of this name, the same each time."""
        if name not in self._animators:
            self._animators[name] = animator(name)
        return self._animators[name]

    def maker(self, order: DrawOrder) -> Maker:
        """Who does the longest part of an order: the animator of a finished picture, else who draws it."""
        if order.artwork_id is None:
            return self.provider(order.provider)
        if order.motion is None or order.motion.provider == LOCAL:
            return self.provider(LOCAL)
        return self.animator(order.motion.provider)


@dataclass(slots=True)
class Run:
    """A job on its way: each step fills in what the next ones need."""

    tools: Tools
    mine: OwnedStore
    job: Job
    showing: Showing
    step: JobStep = "load"
    models: list[Model] = field(default_factory=list[Model])
    request: DrawRequest | None = None
    picture: Picture | None = None
    finished: Artwork | None = None
    """The artwork that is to move, where nothing is drawn."""
    clip: ClipProvenance | None = None
    lost: tuple[LostAttribute, ...] = ()
    notes: tuple[str, ...] = ()
    renditions: dict[RenditionSize, bytes] = field(default_factory=dict[RenditionSize, bytes])
    blur: str = ""
    provenance: Provenance | None = None


def there(thing: T | None) -> T:
    """What an earlier step has made."""
    if thing is None:
        msg = "a step ran before the one it needs"
        raise RuntimeError(msg)
    return thing
