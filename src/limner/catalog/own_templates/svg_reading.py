"""An SVG from outside, read element by element: whatever could run, fetch or swell is refused while it is read.

The parser is expat with a document's own entities and types refused at their first letter, and with caps on depth and
number, so that a bomb is never held in memory.
"""

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from limner.catalog.own_templates.trouble import trouble
from limner.errors import TemplateUnusable

MOST_BYTES: Final = 4 * 1024 * 1024
"""Of the file; whoever reads it keeps to that."""
MOST_ELEMENTS: Final = 20_000
MOST_DEPTH: Final = 48
_SVG: Final = ("", "http://www.w3.org/2000/svg")
_XLINK: Final = "http://www.w3.org/1999/xlink"
_RUNS: Final = frozenset(
    (
        "script",
        "foreignobject",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "handler",
        "listener",
        "animate",
        "animatecolor",
        "animatemotion",
        "animatetransform",
        "mpath",
        "set",
        "discard",
    )
)
"""Elements that run, move or bring in a page of another kind; refused wherever they stand."""
_URL: Final = re.compile(r"url\(", re.IGNORECASE)
_LOCAL_URL: Final = re.compile(r"url\(\s{0,9}(['\"]?)#[\w.:-]{1,200}\1\s{0,9}\)", re.IGNORECASE)
_LOCAL: Final = re.compile(r"\s*#[\w.:-]+\s*")
_EVENT: Final = re.compile(r"on[a-z]+", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element of the SVG namespace; `text` is kept of style sheets alone."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list["Element"])
    text: str = ""


def read_svg(data: bytes, file: str) -> Element:
    """The root element; metadata, comments and what belongs to drawing programs alone are left out.

    Raises:
        TemplateUnusable: it is no SVG, or holds what Limner never draws.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise trouble(file, "it is not written in UTF-8.", "Save it as a plain SVG in UTF-8.") from None
    reader = _Reader(file)
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise trouble(
            file, f"it is no whole SVG ({reason}).", "Open it in a drawing program and save it again.", error.lineno
        ) from None
    root = reader.root
    if root is None or root.name != "svg":
        raise trouble(file, "it is not an SVG.", "Its first element has to be <svg>.")
    return root


class _Reader:
    """Handlers of the parser."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Element | None = None
        self._open: list[Element | None] = []
        self._count = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def _refuse(self, what: str, advice: str) -> TemplateUnusable:
        return trouble(self.file, what, advice, self.parser.CurrentLineNumber)

    def _doctype(self, *_: object) -> None:
        raise self._refuse(
            "it declares a document type, which can hide entities.", "Delete the line that begins with <!DOCTYPE."
        )

    def _instruction(self, target: str, _: str) -> None:
        raise self._refuse(f"<?{target[:40]}?> is not allowed.", "Delete it, or save as a plain SVG.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise self._refuse(
                f"it has more than {MOST_ELEMENTS:,} elements.", "Simplify it, or save this layer as a picture: PNG."
            )
        if len(self._open) >= MOST_DEPTH:
            raise self._refuse(f"groups lie more than {MOST_DEPTH} deep in each other.", "Ungroup them.")
        namespace, _, local = name.rpartition(" ")
        if local.lower() in _RUNS:
            raise self._refuse(
                f"<{local[:40]}> is not allowed in a template.", "Delete it, or save as a plain SVG without it."
            )
        parent = self._open[-1] if self._open else None
        kept: Element | None = None
        # A drawing program's own elements, and all in them, are no drawing.
        if namespace in _SVG and (parent or not self._open):
            kept = Element(local, self._attributes(local, attributes), self.parser.CurrentLineNumber)
            if parent:
                parent.children.append(kept)
            else:
                self.root = kept
        self._open.append(kept)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if element and element.name == "style":
            self._check_css(element.text)
            if found := re.search(r"@[\w-]{1,40}|\\", element.text):
                raise self._refuse(
                    f"{found[0]} in <style> is not allowed.", "Delete it; classes with colours are enough."
                )

    def _text(self, text: str) -> None:
        element = self._open[-1] if self._open else None
        if element and element.name == "style":
            element.text += text

    def _attributes(self, element: str, attributes: dict[str, str]) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in attributes.items():
            namespace, _, local = name.rpartition(" ")
            if namespace not in ("", _XLINK):
                continue
            if _EVENT.fullmatch(local):
                raise self._refuse(f"the event {local[:40]} on <{element[:40]}> is not allowed.", "Delete it.")
            if local.lower() in ("href", "src") and not _LOCAL.fullmatch(value):
                raise self._refuse(
                    f'<{element[:40]}> refers to "{_shown(value)}", which is not in the drawing.',
                    "Only references to the drawing's own parts (#name) are allowed; "
                    "save a layer with embedded pictures as a picture: PNG.",
                )
            self._check_css(value)
            kept[local] = value
        return kept

    def _check_css(self, text: str) -> None:
        for found in _URL.finditer(text):
            if not _LOCAL_URL.match(text, found.start()):
                address = text[found.end() : found.end() + 80].split(")", maxsplit=1)[0]
                raise self._refuse(
                    f"url({_shown(address)}) is not in the drawing.", "Only url(#name) is allowed; delete it."
                )


def _shown(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in text[:60])
    return plain if len(text) <= 60 else f"{plain}…"
