"""Make `.venv` from constraints.txt: exact versions, each download checked by hash.

    python3 tools/bootstrap.py

It needs Python 3.11 or newer with pip, and nothing else. The second time it ends at once: a stamp in `.venv` says
what that was made from.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / ".venv"
STAMP = FOLDER / "made-from.txt"
OLDEST = (3, 11)


def main() -> None:
    """Make or mend the environment."""
    if sys.version_info < OLDEST:
        sys.exit(f"Limner needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text() == wanted and python().exists():
        return
    print("Installing Limner's packages into .venv (once, about a minute).", flush=True)
    STAMP.unlink(missing_ok=True)
    if not python().exists():
        make_environment()
    install("--require-hashes", "--requirement", str(REPOSITORY / "constraints.txt"))
    install("--no-deps", "--no-build-isolation", "--editable", str(REPOSITORY))
    STAMP.write_text(wanted)


def fingerprint() -> str:
    """Changes when another environment is needed: another Python, other packages, other entry points."""
    digest = hashlib.sha256(sys.version.encode())
    for name in ("constraints.txt", "pyproject.toml"):
        digest.update((REPOSITORY / name).read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Create `.venv` with its own pip."""
    try:
        venv.create(FOLDER, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        sys.exit("Python can't make a virtual environment here. On Debian: apt-get install python3-venv")


def install(*arguments: str) -> None:
    """Run the environment's pip; its own words are the best explanation when it fails."""
    command = [
        str(python()),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        *arguments,
    ]
    done = subprocess.run(command, check=False)
    if done.returncode != 0:
        sys.exit("The packages could not be installed; pip's reason stands above.")


def python() -> Path:
    """The environment's interpreter."""
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    main()
