"""Install the studio's packages and build its files, each only when something changed.

    .venv/bin/python tools/studio.py [--packages-only]

It needs Node 20 or newer with npm; where that is missing it says so, and the server runs without its page.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
WEB = REPOSITORY / "web"
BUILT = REPOSITORY / "src/limner/api/studio"
OLDEST_NODE = 20


def main() -> None:
    """Install, then build."""
    if not has_node():
        print(f"The studio is not built: it needs Node {OLDEST_NODE} or newer with npm.", file=sys.stderr)
        return
    install()
    if "--packages-only" not in sys.argv:
        build()


def has_node() -> bool:
    """Whether a Node is here that can build the studio."""
    if not shutil.which("npm") or not shutil.which("node"):
        return False
    said = subprocess.run(["node", "--version"], check=False, capture_output=True, text=True).stdout  # noqa: S607
    number = re.match(r"v(\d+)", said)
    return number is not None and int(number[1]) >= OLDEST_NODE


def install() -> None:
    """The packages of package-lock.json, exactly."""
    made_from = WEB / "node_modules/.made-from"
    wanted = digest([WEB / "package-lock.json", WEB / "package.json"])
    if made_from.is_file() and made_from.read_text() == wanted:
        return
    print("Installing the studio's packages into web/node_modules (once, about half a minute).", flush=True)
    npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
    made_from.write_text(wanted)


def build() -> None:
    """The files the server serves."""
    made_from = BUILT / "made-from.txt"
    sources = [path for folder in ("src", "public") for path in sorted((WEB / folder).rglob("*")) if path.is_file()]
    wanted = digest([*sources, WEB / "index.html", WEB / "vite.config.ts", WEB / "package-lock.json"])
    if made_from.is_file() and made_from.read_text() == wanted:
        return
    print("Building the studio.", flush=True)
    npm("exec", "vite", "--", "build", "--logLevel", "warn")
    made_from.write_text(wanted)


def npm(*arguments: str) -> None:
    """Run npm in the studio's folder; its own words are the best explanation when it fails."""
    if subprocess.run(["npm", *arguments], cwd=WEB, check=False).returncode != 0:  # noqa: S607
        sys.exit("The studio could not be built; npm's reason stands above.")


def digest(paths: list[Path]) -> str:
    """Changes when a file does."""
    total = hashlib.sha256()
    for path in paths:
        total.update(str(path.relative_to(WEB)).encode())
        total.update(path.read_bytes())
    return total.hexdigest()


if __name__ == "__main__":
    main()
