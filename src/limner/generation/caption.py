"""The typefaces of captions, and whether they can write a text."""

import unicodedata
from functools import cache
from typing import Final

from limner import model_files
from limner.engine.lettering import Typeface, missing_letters
from limner.errors import Invalid

_JOINERS: Final = "\u200c\u200d"
"""They join and part letters without being seen; other invisible signs are left out."""


@cache
def typefaces() -> tuple[Typeface, ...]:
    """Latin letters, then Arabic ones.

    Raises:
        ModelFileMissing: a font was not fetched yet.
    """
    latin = model_files.path("Fraunces.ttf").read_bytes()
    arabic = model_files.path("Amiri-Bold.ttf").read_bytes()
    return (
        Typeface(latin, {"wght": 560, "opsz": 60, "SOFT": 100, "WONK": 0}),
        Typeface(arabic, {}, grow=1.16),
    )


def plain_caption(text: str) -> str:
    """One line of composed letters without signs that can't be seen."""
    seen = "".join(sign for sign in unicodedata.normalize("NFC", " ".join(text.split())) if _visible(sign))
    return " ".join(seen.split()).strip(f"{_JOINERS} ")


def check_caption(text: str) -> None:
    """Whether the words can be written.

    Raises:
        Invalid: some of the letters are in no typeface.
    """
    lacking = missing_letters(plain_caption(text), typefaces()) if text else ""
    if lacking:
        raise Invalid(
            f"The caption has letters that can't be written: {lacking[:12]}",
            "Latin and Arabic letters, numbers and common signs can be written.",
        )


def _visible(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign)[0] != "C"
