"""Files that are no photos: the command ends with 3, a sentence and advice, no picture, and little memory."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Final

import pytest

_MEMORY_LIMIT_MB: Final = 300
_MEASURED: Final = """
import re, sys
from limner.cli.app import app
try:
    app(sys.argv[1:])
finally:
    peak_kb = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]
    print("peak_mb", int(peak_kb) // 1024)
"""


def _png(width_px: int, height_px: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


_HOSTILE: Final = {
    "empty.jpg": b"",
    "text.jpg": b"Dear grandmother, this is a letter and no photo.\n" * 40,
    "one-pixel.png": _png(1, 1, b"\x00\xff\xff\xff"),
    "header-bomb.png": _png(30_000, 30_000, b"\x00" * 4096),
    "truncated.png": _png(600, 600, b"\x00" * 600)[:60],
    "script.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
}


# The kernel's own high-water mark: ru_maxrss would start from the size of the test process that forked.
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc, which is Linux's")
@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_it_is_refused_in_a_sentence_with_little_memory(name: str, tmp_path: Path) -> None:
    photo, out = tmp_path / name, tmp_path / "out.png"
    photo.write_bytes(_HOSTILE[name])
    command = [sys.executable, "-c", _MEASURED, "draw", str(photo), "--out", str(out)]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    assert 0 < len(run.stderr.strip()) < 400
    assert not out.exists()
    assert int(run.stdout.split("peak_mb")[1]) < _MEMORY_LIMIT_MB
