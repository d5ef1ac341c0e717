"""A drawing that moves: a character on its rig, any other picture by its painted face."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Final, TypeAlias, cast

from limner.engine import opencv
from limner.engine.images import RgbImage
from limner.engine.motion.encode import LoopType, check_loop_type, encode_loop
from limner.engine.motion.gesture import Loop
from limner.engine.motion.loop import page_frames
from limner.engine.motion.painted_face import PaintedFace
from limner.engine.paint.finish import drawn_px, finished
from limner.engine.rig.look import Look
from limner.errors import Invalid, NoFace
from limner.events import Progress, unwatched
from limner.faces.find import find_faces
from limner.generation.from_photo import Result, Wish, request_of
from limner.generation.provider import DrawRequest, Errand, Provider
from limner.generation.scene import moving_scene
from limner.generation.stopwatch import Stopwatch

_AHEAD: Final = 3


Drawn: TypeAlias = Callable[[int, int], None]
"""Called with the number of frames that are drawn, and of all there will be."""


def animate_photo(
    data: bytes, wish: Wish, loop: Loop, artist: Provider, progress: Progress = unwatched, drawn: Drawn | None = None
) -> Result:
    """Draw a photo as a loop, in a file of the type wished for. It raises what `draw_photo` does, and more.

    Raises:
        Invalid: what is drawn can't move as wished.
        ExtraMissing: a video was asked for, and PyAV is not installed.
    """
    file_type = cast("LoopType", wish.file_type)
    check_loop_type(file_type)
    watch = Stopwatch(progress)
    request, warnings = request_of(data, wish, watch)
    if wish.style.look is not None:
        watch.begin("move")
        moving = character_frames(request, wish.style.look, loop)
    else:
        check_gestures(loop)
        watch.begin("draw")
        picture = asyncio.run(artist.draw(request, Errand())).image
        watch.begin("move")
        moving = picture_frames(picture, loop, wish.size_px)
    frames: list[RgbImage] = []
    for frame in moving:
        frames.append(frame)
        if drawn:
            drawn(len(frames), loop.frame_count)
    watch.begin("encode")
    encoded = encode_loop(frames, loop.fps, file_type)
    return Result(encoded, request.sitters[0].character, warnings, watch.seconds())


def check_gestures(loop: Loop) -> None:
    """Whether a picture that is not drawn from numbers can move so.

    Raises:
        Invalid: nothing but a wave is asked for.
    """
    if set(loop.gestures) == {"wave"}:
        raise Invalid("A portrait has no arms to wave.", "Choose blink, smile, tilt, breathe or parallax.")


def character_frames(request: DrawRequest, look: Look, loop: Loop) -> Iterator[RgbImage]:
    """The frames of the request's scene, `request.size_px` wide; the people move, and the scene in its depth."""
    drawn = page_frames(moving_scene(request, look), loop.motions(), drawn_px(look, request.size_px))
    finish = partial(finished, look=look, width_px=request.size_px)
    # The raster holds on to the interpreter, a finish lets go of it: another thread finishes meanwhile.
    with ThreadPoolExecutor(1) as aside:
        waiting: deque[Future[RgbImage]] = deque()
        for frame, page in drawn:
            waiting.append(aside.submit(finish, frame, page))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def picture_frames(picture: RgbImage, loop: Loop, width_px: int) -> Iterator[RgbImage]:
    """The frames of a finished picture whose largest face moves; at most as wide as the picture.

    Raises:
        Invalid: nothing but a wave is asked for.
        NoFace: no face was found in the picture.
    """
    check_gestures(loop)
    width_px = min(width_px, picture.width_px)
    height_px = round(picture.height_px * width_px / picture.width_px)
    try:
        face = find_faces(picture)[0]
    except NoFace:
        raise NoFace("No face was found in the drawing that could move.", "Choose another style or photo.") from None
    small = RgbImage(opencv.resize(picture.pixels, width_px, height_px, "area"))
    mesh = face.mesh_px * (width_px / picture.width_px)
    return PaintedFace(small, mesh).frames(loop.motions())
