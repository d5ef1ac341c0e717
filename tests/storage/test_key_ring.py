"""Keys are made once, kept private, and none is ever lost."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from limner.errors import NotFound, StorageError
from limner.storage.key_ring import PURPOSES, KeyRing
from limner.storage.signed_links import SignedLinks


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    ring = KeyRing.open(path)
    ring.rotate("tokens")
    assert path.stat().st_mode & 0o777 == 0o600
    assert len({ring.newest(purpose).secret for purpose in PURPOSES}) == 3
    assert all(len(ring.newest(purpose).secret) == 32 for purpose in PURPOSES)


def test_processes_that_start_and_rotate_at_once_share_one_ring(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    begin = time.time() + 1
    program = (
        "import sys, time; from pathlib import Path; from limner.storage.key_ring import KeyRing\n"
        "time.sleep(max(0, float(sys.argv[2]) - time.time()))\n"
        "ring = KeyRing.open(Path(sys.argv[1])); first = ring.all('links')[0].id\n"
        "print(first, *[ring.rotate('links').id for _ in range(30)])"
    )
    command = [sys.executable, "-c", program, path, str(begin)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [process.communicate(timeout=60)[0].split() for process in started]
    assert len({ids[0] for ids in said}) == 1
    kept = {key.id for key in KeyRing.open(path).all("links")}
    assert len(kept) == 91
    assert kept == {key for ids in said for key in ids}


def test_a_running_server_follows_a_rotation_and_a_forgotten_key(tmp_path: Path) -> None:
    server, operator = KeyRing.open(tmp_path / "keys.json"), KeyRing.open(tmp_path / "keys.json")
    old = server.newest("pictures")
    new = operator.rotate("pictures")
    assert server.newest("pictures") == new
    assert server.get("pictures", old.id) == old
    operator.forget("pictures", old.id)
    assert server.get("pictures", old.id) is None
    operator.forget("pictures", new.id)
    assert server.newest("pictures") == new


def test_a_damaged_file_is_said_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text("{")
    with pytest.raises(StorageError, match=r"keys can't be read"):
        KeyRing.open(path)
    assert path.read_text() == "{"


def test_a_link_opens_one_path_until_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = KeyRing.open(tmp_path / "keys.json")
    links = SignedLinks(ring)
    said = dict(part.split("=") for part in links.sign("/a.png", 60).split("&"))
    expires, key, signature = int(said["expires"]), said["key"], said["signature"]
    ring.rotate("links")
    links.check("/a.png", expires, key, signature)
    for wrong in (
        ("/b.png", expires, key, signature),
        ("/a.png", expires + 300, key, signature),
        ("/a.png", expires, "other", signature),
        ("/a.png", expires, key, ""),
        ("/a.png", expires, key, "é"),
    ):
        with pytest.raises(NotFound):
            links.check(*wrong)
    monkeypatch.setattr("limner.storage.signed_links.time.time", lambda: expires + 1)
    with pytest.raises(NotFound):
        links.check("/a.png", expires, key, signature)
