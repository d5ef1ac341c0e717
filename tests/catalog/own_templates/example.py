"""The folder of docs/extend/your-own-template.md, built out of the page's own blocks, and one made of pixels."""

import io
import re
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

_PAGE = Path(__file__).parents[3] / "docs" / "extend" / "your-own-template.md"
PIXELS_MANIFEST = """
title = "The painted room"
people = 3
words = "top"

[[places]]
x = 500
y = 1110
outfit = "pyjamas"
"""


def documented(folder: Path) -> Path:
    """Write what the page says."""
    blocks = re.findall(r"^\*\*`([\w.]+)`\*\*\n```\w+\n(.*?)^```$", _PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert {name for name, _ in blocks} == {"template.toml", "background.svg", "middle.svg", "foreground.svg"}
    folder.mkdir(parents=True)
    for name, text in blocks:
        (folder / name).write_text(text, "utf-8")
    return folder


def painted(folder: Path) -> Path:
    """A JPEG wider than the page, and a PNG with a solid thing and soft edges in a corner."""
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(PIXELS_MANIFEST, "utf-8")
    across = np.linspace(60, 200, 900)[None, :, None] * np.ones((640, 1, 3))
    (folder / "background.jpg").write_bytes(as_bytes(Image.fromarray(across.astype(np.uint8)), "JPEG"))
    front = Image.new("RGBA", (600, 750))
    ImageDraw.Draw(front).ellipse((20, 640, 130, 740), (200, 40, 60, 255))
    (folder / "foreground.png").write_bytes(as_bytes(front, "PNG"))
    return folder


def as_bytes(picture: Image.Image, kind: str) -> bytes:
    """The picture as a file."""
    buffer = io.BytesIO()
    picture.save(buffer, kind)
    return buffer.getvalue()
