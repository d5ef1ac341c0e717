"""Real object stores for tests: a folder, two servers that speak S3, one that speaks GCS, each ended by its test."""

import contextlib
import sys
import urllib.request
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import boto3  # pyright: ignore[reportMissingTypeStubs]
from pydantic import SecretStr
from tests.servers import free_port, running

from limner.storage.objects import ObjectAccess

Place = tuple[str, ObjectAccess]
_BIN = Path(sys.executable).parent
_KEY, _SECRET = "limner-test", "limner-test-secret"


def folder(tmp: Path) -> contextlib.AbstractContextManager[Place]:
    return contextlib.nullcontext(((tmp / "blobs").as_uri(), ObjectAccess()))


def memory(tmp: Path) -> contextlib.AbstractContextManager[Place]:
    del tmp
    return contextlib.nullcontext(("memory://", ObjectAccess()))


@contextlib.contextmanager
def moto(tmp: Path) -> Generator[Place]:
    del tmp
    port = free_port()
    with running([_BIN / "moto_server", "-H", "127.0.0.1", "-p", str(port)], _answers(port)):
        yield _s3_place(port)


@contextlib.contextmanager
def nanio(tmp: Path) -> Generator[Place]:
    port = free_port()
    options = tmp / "nanio.toml"
    options.write_text(f'[[users]]\naccess_key = "{_KEY}"\nsecret_key = "{_SECRET}"\n')
    where = ["--data-dir", tmp / "nanio", "--host", "127.0.0.1", "--port", str(port), "--options", options]
    with running([_BIN / "nanio", "serve", *where], _answers(port)):
        yield _s3_place(port)


@contextlib.contextmanager
def gcs(tmp: Path) -> Generator[Place]:
    del tmp
    port = free_port()
    where = ["--host", "127.0.0.1", "--port", str(port), "--in-memory", "--default-bucket", "pictures"]
    with running([_BIN / "gcp-storage-emulator", "start", *where], _answers(port)):
        yield "gs://pictures/some/prefix", ObjectAccess(endpoint=f"http://127.0.0.1:{port}")


KINDS: dict[str, Callable[[Path], contextlib.AbstractContextManager[Place]]] = {
    "folder": folder,
    "memory": memory,
    "moto": moto,
    "nanio": nanio,
    "gcs": gcs,
}


def _s3_place(port: int) -> Place:
    endpoint = f"http://127.0.0.1:{port}"
    connect: Any = boto3.client  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    signed = {"aws_access_key_id": _KEY, "aws_secret_access_key": _SECRET, "region_name": "us-east-1"}
    with contextlib.closing(connect("s3", endpoint_url=endpoint, **signed)) as client:
        client.create_bucket(Bucket="pictures")
    access = ObjectAccess(endpoint=endpoint, access_key=_KEY, secret_key=SecretStr(_SECRET))
    return "s3://pictures/some/prefix", access


def _answers(port: int) -> Callable[[], bool]:
    def answers() -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                return True
        except HTTPError as error:
            error.close()
            return True
        except (URLError, OSError):
            return False

    return answers
