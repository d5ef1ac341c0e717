"""Comic portrait: the photo itself, in flat colours, printed dots and ink."""

from typing import Final

from limner.catalog.style import Style

STYLE: Final = Style(
    name="comic-portrait",
    title="Comic portrait",
    family="portrait",
    summary="The photo itself, in flat colours, printed dots and ink: head and shoulders.",
    paint="limner.engine.paint.portrait_comic:paint_comic",
)
