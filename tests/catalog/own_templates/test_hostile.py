"""Files from outside that would run, fetch, swell or escape: each ends in one sentence, soon and with little memory."""

import os
import socket
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from tests.catalog.own_templates.example import as_bytes, documented

from limner.catalog import registry
from limner.errors import TemplateUnusable

_HEAD: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1000 1250">'
)
_RECT: Final = '<rect width="1000" height="1250"/>'


def _svg(inside: str, head: str = _HEAD) -> bytes:
    return f"{head}{_RECT}{inside}</svg>".encode()


def _doctype(declared: str, inside: str = "") -> bytes:
    return f"<!DOCTYPE svg [{declared}]>".encode() + _svg(inside)


_LAUGHS: Final = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
_CLONES: Final = '<g id="c0"><path d="M0 0h9v9z"/></g>' + "".join(
    f'<g id="c{i}">{f"""<use href="#c{i - 1}"/>""" * 10}</g>' for i in range(1, 9)
)
_LONG_PATH: Final = f'<path id="long" d="M0 0{"l1 1" * 200_000}"/>'
_CLIPPED: Final = (
    f'<clipPath id="c">{"""<use href="#long"/>""" * 300}</clipPath><path d="M0 0h9z" clip-path="url(#c)"/>'
)
_FADED: Final = '<g opacity="0.5">'

_SVGS: Final[dict[str, tuple[bytes, str]]] = {
    "script": (_svg("<script>alert(1)</script>"), "<script>"),
    "script of another namespace": (_svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>'), "<script>"),
    "event": (_svg('<g onload="alert(1)"/>'), "onload"),
    "page in it": (_svg("<foreignObject><p/></foreignObject>"), "<foreignObject>"),
    "animation": (_svg('<animate attributeName="href" to="x"/>'), "<animate>"),
    "picture from the network": (_svg('<image href="http://127.0.0.1:9/a.png"/>'), "127.0.0.1"),
    "old way to refer": (_svg('<image xlink:href="//127.0.0.1:9/a.png"/>'), "127.0.0.1"),
    "clone of a file": (_svg('<use href="other.svg#a"/>'), "other.svg"),
    "clone of the machine": (_svg('<use href="file:///etc/passwd#a"/>'), "file:///etc/passwd"),
    "script as an address": (_svg('<a href="javascript:alert(1)"/>'), "javascript"),
    "page as data": (_svg('<image href="data:text/html,x"/>'), "data:text/html"),
    "svg as data": (_svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "data:image/svg"),
    "sheet from the network": (_svg("<style>@import 'http://127.0.0.1:9/a.css';</style>"), "@import"),
    "paint from the network": (_svg('<path d="M0 0h9v9z" fill="url(http://127.0.0.1:9/a#b)"/>'), "127.0.0.1"),
    "paint in a rule": (_svg("<style>.a{fill:URL( 'http://127.0.0.1:9/')}</style>"), "127.0.0.1"),
    "escaped rule": (_svg(r"<style>.a{fill:\75rl(http://127.0.0.1:9/)}</style>"), "<style>"),
    "sheet by an instruction": (b'<?xml-stylesheet href="http://127.0.0.1:9/a.css"?>' + _svg(""), "xml-stylesheet"),
    "file as an entity": (_doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', "<g>&x;</g>"), "document type"),
    "types from the network": (b'<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/a.dtd">' + _svg(""), "document type"),
    "billion laughs": (_doctype(_LAUGHS, "<g>&a11;</g>"), "document type"),
    "billion clones": (_svg(f"<defs>{_CLONES}</defs>" + '<use href="#c8"/>'), "grows too large"),
    "a long path, cloned": (_svg(f"<defs>{_LONG_PATH}</defs>" + '<use href="#long"/>' * 500), "again and again"),
    "a long path, cloned into a clip": (
        _svg(_LONG_PATH + _CLIPPED),
        "grows too large",
    ),
    "a clone of itself": (_svg('<g id="a"><use href="#a"/></g>'), "refers to itself"),
    "a gradient of itself": (
        _svg('<linearGradient id="a" href="#a"/><path d="M0 0h9v9z" fill="url(#a)"/>'),
        "refers to itself",
    ),
    "a clip of itself": (
        _svg('<clipPath id="a"><use id="b" href="#b"/></clipPath><g clip-path="url(#a)"><path d="M0 0h9z"/></g>'),
        "clips",
    ),
    "a million elements": (_svg("<g/>" * 1_000_000), "elements"),
    "deep": (_svg("<g>" * 5000 + "</g>" * 5000), "deep"),
    "many fading groups": (_svg(f'{_FADED}<path d="M0 0h9v9z"/></g>' * 200), "see-through"),
    "fading groups in each other": (_svg(_FADED * 9 + "</g>" * 9), "see-through"),
    "the page again and again": (_svg('<path d="M0 0h1000v1250H0z" fill-opacity="0.1"/>' * 9000), "again and again"),
    "a line without end": (_svg(f'<path stroke="red" d="M0 0{"L900 900L1 1" * 9000}"/>'), "again and again"),
    "far beyond the page": (_svg(f'{_FADED}<path d="M-90000 0h9e5v9e5z"/></g>'), "beyond the page"),
    "huge view": (_svg("", _HEAD.replace("1000 1250", "1e9 1e9")), "viewBox"),
    "view of nothing": (_svg("", _HEAD.replace("1000 1250", "0 NaN")), "viewBox"),
    "no number": (_svg('<circle r="NaN"/>'), "NaN"),
    "infinite": (_svg('<circle r="1e999"/>'), "1e999"),
    "no path": (_svg('<path d="M0 0 L nan inf"/>'), "path data"),
    "a path out of bounds": (_svg('<path d="M0 0 L 1e30 4"/>'), "path data"),
    "no transform": (_svg('<g transform="scale(1e9) scale(1e9)"/>'), "transform"),
    "finest dashes": (_svg('<path d="M0 0h900" stroke="red" stroke-dasharray="1e-9"/>'), "dashes"),
    "long colour": (_svg(f'<path d="M0 0h9v9z" fill="{"rgb(" * 9000}"/>'), "colour"),
    "digits without end": (_svg(f'<rect width="{"9" * 3_000_000}x" height="9"/>'), "width"),
    "brackets without end": (_svg(f'<path d="M0 0h9v9z" style="fill:{"url(" * 700_000}"/>'), "url("),
    "blur": (_svg('<filter id="f"/><g filter="url(#f)"/>'), "filter"),
    "text": (_svg("<text>a</text>"), "<text>"),
    "other letters": (_svg("").replace(b"<rect", b"\xff\xfe<rect"), "UTF-8"),
    "wide letters": (_svg("").decode().encode("utf-16"), "UTF-8"),
    "cut off": (_svg("")[:-9], "whole SVG"),
    "empty": (b"", "whole SVG"),
    "no SVG": (b"<html/>", "not an SVG"),
    "too large": (_svg(" " * 5_000_000), "4,096 KB"),
}


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _bomb(width_px: int, height_px: int) -> bytes:
    head = width_px.to_bytes(4, "big") + height_px.to_bytes(4, "big") + b"\x08\x06\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(4096)))


_WHOLE: Final = as_bytes(Image.new("RGB", (800, 1000), "teal"), "PNG")
_PIXELS: Final[dict[str, tuple[bytes, str]]] = {
    "cut off": (_WHOLE[:-200], "damaged"),
    "a strip": (as_bytes(Image.new("L", (50_000, 10)), "PNG"), "50000 x 10"),
    "a bomb": (_bomb(9_000, 9_000), "9000 x 9000"),
    "tiny": (as_bytes(Image.new("RGB", (20, 20)), "PNG"), "20 x 20"),
    "with holes": (as_bytes(Image.new("RGBA", (800, 1000)), "PNG"), "transparent"),
    "an SVG in disguise": (_svg(""), "not a picture"),
    "empty": (b"", "not a picture"),
}

_MANIFESTS: Final[dict[str, tuple[str, str]]] = {
    "no TOML": ("title: x", "no TOML"),
    "brackets without end": ("a=" + "[" * 20_000, "no TOML"),
    "no place": ('title = "x"', "places is missing"),
    "a word for a number": ('title = "x"\n[[places]]\nx = "left"\ny = 900', "places of number 1.x"),
    "not a number": ('title = "x"\n[[places]]\nx = nan\ny = 900', "places of number 1.x"),
    "out of the page": ('title = "x"\n[[places]]\nx = 5\ny = 9e9', "places of number 1.y"),
    "a file by its path": ('title = "x"\nbackground = "../../secret.png"\n[[places]]\nx = 1\ny = 900', "background"),
    "too many people": ('title = "x"\npeople = 900\n[[places]]\nx = 1\ny = 900', "people is 900"),
    "an unknown outfit": ('title = "x"\n[[places]]\nx = 1\ny = 900\noutfit = "../x"', "explorer"),
    "a colour that is none": ('title = "x"\npaper = "red\\"/>"\n[[places]]\nx = 1\ny = 900', "paper"),
    "marks that turn the text": ('title = "\\u202Ex"\n[[places]]\nx = 1\ny = 900', "title"),
    "too large": ("# " + "x" * 70_000, "larger than"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return documented(tmp_path / "mine")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a file had something fetched")

    monkeypatch.setattr(socket, "socket", refuse)


def refusal(folder: Path) -> str:
    with pytest.raises(TemplateUnusable) as caught:
        registry.template_in(folder)
    text = f"{caught.value.message} {caught.value.advice}"
    assert text.isprintable()
    assert len(text) < 500
    assert str(folder.parent) not in text
    assert caught.value.advice
    return text


@pytest.mark.parametrize("name", _SVGS)
def test_an_svg_is_refused_with_its_file_and_what_is_wrong(name: str, folder: Path) -> None:
    data, told = _SVGS[name]
    (folder / "foreground.svg").write_bytes(data)
    text = refusal(folder)
    assert text.startswith("foreground.svg")
    assert told in text


@pytest.mark.parametrize("name", _PIXELS)
def test_a_picture_is_refused_with_its_file_and_what_is_wrong(name: str, folder: Path) -> None:
    data, told = _PIXELS[name]
    (folder / "background.svg").unlink()
    (folder / "background.png").write_bytes(data)
    text = refusal(folder)
    assert text.startswith("background.png")
    assert told in text


@pytest.mark.parametrize("name", _MANIFESTS)
def test_a_manifest_is_refused_with_the_field_and_what_to_write(name: str, folder: Path) -> None:
    said, told = _MANIFESTS[name]
    (folder / "template.toml").write_text(said, "utf-8")
    text = refusal(folder)
    assert text.startswith("template.toml")
    assert told in text


def _link(folder: Path) -> None:
    secret = folder.parent / "secret.svg"
    secret.write_bytes(_svg(""))
    (folder / "background.svg").unlink()
    (folder / "background.svg").symlink_to(secret)


def _loop(folder: Path) -> None:
    (folder / "background.svg").unlink()
    (folder / "background.svg").symlink_to(folder / "background.svg")


def _pipe(folder: Path) -> None:
    (folder / "background.svg").unlink()
    os.mkfifo(folder / "background.svg")


def _double(folder: Path) -> None:
    (folder / "background.png").write_bytes(_WHOLE)


def _without(folder: Path) -> None:
    (folder / "background.svg").unlink()


@pytest.mark.parametrize("spoil", [_link, _loop, _pipe, _double, _without])
def test_only_files_of_the_folder_itself_are_read(spoil: Callable[[Path], None], folder: Path) -> None:
    spoil(folder)
    assert refusal(folder).startswith("background")
