"""What every animator keeps: subclass `ClipContract` in a test module and give it its fixtures.

Who speaks HTTP subclasses `ClipWireContract` beside it, with a fake of the other side.
"""

import asyncio
import io
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, cast

import av
import numpy as np
import pytest

from limner.engine.images import RgbImage
from limner.generation.clip import Animator, Clip, ClipRequest
from limner.generation.maker import Maker
from limner.generation.provider import Errand
from limner.testing.fakes.fake import Fake
from limner.testing.listening import Listening
from limner.testing.maker_contract import MakerContract
from limner.testing.wire_contract import Asked, WireContract


def animate(animator: Animator, request: ClipRequest, errand: Errand | None = None) -> Clip:
    """One clip, waited for."""
    return asyncio.run(animator.animate(request, errand or Errand()))


def first_frame(data: bytes) -> RgbImage:
    """How a clip begins."""
    with av.open(io.BytesIO(data), mode="r") as container:
        return RgbImage(np.asarray(next(container.decode(video=0)).to_ndarray(format="rgb24"), np.uint8))


class ClipContract(MakerContract):
    """Tests any animator must pass. Override the fixtures `provider` and `draw_request`."""

    @pytest.fixture
    def provider(self) -> Animator:
        """The animator under test, ready."""
        raise NotImplementedError

    @pytest.fixture
    def draw_request(self) -> ClipRequest:
        """A small picture of one person, drawn by this computer, and who it is."""
        raise NotImplementedError

    def test_says_how_long_and_for_how_much(self, provider: Animator) -> None:
        """It makes clips of some length, and longer ones cost no less."""
        can = provider.abilities
        assert can.clip_seconds
        assert all(0 < seconds <= 60 for seconds in can.clip_seconds)
        assert can.clip_price_microusd(max(can.clip_seconds)) >= can.clip_price_microusd(min(can.clip_seconds)) >= 0

    def test_the_clip_begins_with_the_picture_and_lasts_as_long_as_told(
        self, provider: Animator, draw_request: ClipRequest
    ) -> None:
        """An MP4 file in about the picture's direction; it says who made it and what it cost."""
        errand = Listening()
        clip = animate(provider, draw_request, errand)
        assert clip.data[4:8] == b"ftyp"
        assert abs(clip.seconds - provider.abilities.clip_length_s(draw_request.seconds)) < 0.5
        upright = draw_request.picture.height_px >= draw_request.picture.width_px
        assert (clip.last.height_px >= clip.last.width_px) == upright
        first = first_frame(clip.data)
        assert (first.width_px, first.height_px) == (clip.last.width_px, clip.last.height_px)
        assert clip.provider == provider.name
        assert clip.model
        assert 0 <= clip.cost_microusd <= provider.abilities.clip_price_microusd(draw_request.seconds)
        assert errand.shares == sorted(errand.shares)
        assert all(0 <= share <= 1 for share in errand.shares)

    def test_a_picture_whose_people_are_unknown_moves_too(self, provider: Animator, draw_request: ClipRequest) -> None:
        """The photo and the character may be gone: the picture is enough."""
        assert animate(provider, replace(draw_request, people=())).data


class ClipWireContract(WireContract):
    """Tests any animator that speaks to a server must pass. Override the fixtures as of `WireContract`."""

    def ask(self, maker: Maker, request: Asked, errand: Errand) -> Coroutine[Any, Any, object]:
        """A clip is asked for."""
        return cast("Animator", maker).animate(cast("ClipRequest", request), errand)

    def test_the_key_is_in_no_address_and_the_picture_is_shown_once(
        self, fake: Fake, provider: Maker, draw_request: Asked
    ) -> None:
        """One picture goes out: the one that is to move."""
        self._made(provider, draw_request)
        assert len(fake.pictures) == 1
        assert not any(fake.key in address for address in fake.addresses)
