"""A brief as texts to copy: a line for Midjourney, and a page for a human illustrator."""

import re
from typing import Final

from limner.generation.brief import Brief

_VERSION: Final = 7
"""Of Midjourney: the newest one of which all sources say that it looks at an omni reference."""
_LARGEST_SEED: Final = 2**32 - 1
_NEAR: Final = 0.01
"""How far, as a share, the written proportions may be from the true ones."""
_LEFT_TO_NO: Final = "No text, no watermark, no frame, nobody else in the picture."
"""A sentence of the brief that `--no` says better: in a prompt, what is named is drawn."""


def midjourney_line(brief: Brief, reference_url: str | None) -> str:
    """The prompt for Midjourney's imagine bar, parameters last; `reference_url` is of the picture to look at.

    Midjourney's own signs (dashes that begin a parameter, braces, double colons) are taken out of the words, so that
    nobody's wishes become parameters.

    Raises:
        ValueError: the address holds a space.
    """
    width, height = proportions(brief.width_px, brief.height_px)
    parts = [_tamed(brief.plain_prompt.replace(_LEFT_TO_NO, "")), f"--ar {width}:{height}"]
    if brief.negative:
        parts.append(f"--no {_tamed(brief.negative)}")
    if 0 <= brief.seed <= _LARGEST_SEED:
        parts.append(f"--seed {brief.seed}")
    if reference_url is not None:
        if re.search(r"\s", reference_url):
            msg = "an address holds no space"
            raise ValueError(msg)
        parts.append(f"--oref {reference_url}")
    return " ".join([*parts, f"--v {_VERSION}"])


def plain_brief(brief: Brief) -> str:
    """The brief for a human illustrator: what to draw, how large, and what to look at."""
    width, height = proportions(brief.width_px, brief.height_px)
    said = re.split(r"(?<=\.) ", brief.plain_prompt.strip())
    lines = ["What to draw", *(f"- {sentence}" for sentence in said), ""]
    if brief.of_role("photo"):
        lines += ["What to look at", "- The photo that comes with this brief: take the likeness from it.", ""]
    lines += [
        "What to bring back",
        f"- One picture in the proportions {width}:{height}, at least {brief.width_px} x {brief.height_px} pixels.",
        "- A PNG, JPEG or WebP file.",
    ]
    return "\n".join(lines)


def proportions(width_px: int, height_px: int) -> tuple[int, int]:
    """The smallest whole numbers for the proportions of a picture, within a hundredth: 1080 x 1350 px are (4, 5)."""
    ratio = width_px / height_px
    for height in range(1, height_px):
        width = max(1, round(ratio * height))
        if abs(width / height / ratio - 1) <= _NEAR:
            return width, height
    return width_px, height_px


def _tamed(words: str) -> str:
    words = re.sub(r"\s*(?:[\u2012-\u2015]|-{2,})+\s*", ", ", words)
    words = re.sub(r"[{}|]|::+", " ", words)
    # A lone dash before a word would begin a parameter as well; one between letters is a hyphen.
    words = re.sub(r"(?<!\S)-+(?=\S)", "", words)
    return re.sub(r"\s+", " ", words).strip(" ,")
