"""A photo out of a multipart body, held in memory and never on disk; too many bytes end it as they arrive."""

from dataclasses import dataclass, field
from typing import Any, Final

from fastapi import Request
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from limner.errors import Invalid, PhotoTooLarge

UPLOAD_BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            }
        },
    }
}
"""What the document says about the body of an upload."""
_ADVICE = 'Send the photo as multipart/form-data in a field called "file".'
_MOST_AROUND_BYTES = 64 * 1024
"""Boundaries, headers and other fields beside the file."""


@dataclass(slots=True)
class _Parts:
    """Collects the bytes of the part called "file"; other parts are passed over."""

    header: bytearray = field(default_factory=bytearray)
    value: bytearray = field(default_factory=bytearray)
    wanted: bool = False
    ended: bool = False
    file: bytearray | None = None

    def begin(self) -> None:
        self.wanted = False
        self.header.clear()
        self.value.clear()

    def on_field(self, data: bytes, start: int, end: int) -> None:
        self.header += data[start:end]

    def on_value(self, data: bytes, start: int, end: int) -> None:
        self.value += data[start:end]

    def on_header_end(self) -> None:
        if bytes(self.header).lower() == b"content-disposition":
            _, options = parse_options_header(bytes(self.value))
            if options.get(b"name") == b"file" and self.file is None:
                self.wanted, self.file = True, bytearray()
        self.header.clear()
        self.value.clear()

    def on_data(self, data: bytes, start: int, end: int) -> None:
        if self.wanted and self.file is not None:
            self.file += data[start:end]

    def end(self) -> None:
        self.ended = True


async def uploaded_file(request: Request, most_bytes: int) -> bytes:
    """The file of an upload, read as it arrives.

    Raises:
        Invalid: the body is no multipart form with a file.
        PhotoTooLarge: more bytes than allowed arrived; reading stops there.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise Invalid("This is not an upload.", _ADVICE)
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared) > most_bytes + _MOST_AROUND_BYTES:
        raise _too_large(most_bytes)
    parts = _Parts()
    await _feed(request, parts, boundary, most_bytes)
    if parts.file is None:
        raise Invalid("The upload holds no file.", _ADVICE)
    if not parts.ended:
        raise Invalid("The upload broke off.", "Send it again.")
    return bytes(parts.file)


async def _feed(request: Request, parts: _Parts, boundary: bytes, most_bytes: int) -> None:
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": parts.begin,
                "on_header_field": parts.on_field,
                "on_header_value": parts.on_value,
                "on_header_end": parts.on_header_end,
                "on_part_data": parts.on_data,
                "on_end": parts.end,
            },
        )
        seen = 0
        async for chunk in request.stream():
            seen += len(chunk)
            if seen > most_bytes + _MOST_AROUND_BYTES:
                raise _too_large(most_bytes)
            parser.write(chunk)
    except MultipartParseError as error:
        raise Invalid("The upload can't be read.", _ADVICE) from error


def _too_large(most_bytes: int) -> PhotoTooLarge:
    return PhotoTooLarge(
        "This file has more bytes than Limner takes.",
        f"Choose one of at most {most_bytes / 1e6:.0f} MB, or save this one smaller.",
    )
