"""Have the programs of debian_packages.txt: install them as root on Debian, else name what is missing."""

import glob
import os
import shutil
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).with_suffix(".txt")


def main() -> None:
    """Install or name what is missing; touches nothing when all is there."""
    packages = missing()
    if not packages:
        return
    if can_install():
        print(f"Installing {' '.join(packages)} with apt-get.", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *step], check=False, env=environment, stdout=subprocess.DEVNULL)  # noqa: S607
    for package in missing():
        print(f"Missing: {package} (on Debian: apt-get install {package})", file=sys.stderr)


def missing() -> list[str]:
    """Packages whose command or path is not found."""
    rows = [line.partition("#")[0].split() for line in LIST.read_text().splitlines()]
    return [row[0] for row in rows if row and shutil.which(row[1]) is None and not glob.glob(row[1])]  # noqa: PTH207 - absolute


def can_install() -> bool:
    """Whether this is root on a Debian-like system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


if __name__ == "__main__":
    main()
