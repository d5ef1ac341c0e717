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

import resvg_py

REPOSITORY = Path(__file__).resolve().parent.parent
WEB = REPOSITORY / "web"
BUILT = REPOSITORY / "src/limner/api/studio"
OLDEST_NODE = 20
GROUND = '<rect width="64" height="64" fill="#FBF7F0"/>'


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
    wanted = digest(
        [*sources, WEB / "index.html", WEB / "vite.config.ts", WEB / "manifests.ts", WEB / "package-lock.json"]
    )
    if made_from.is_file() and made_from.read_text() == wanted:
        return
    print("Building the studio.", flush=True)
    npm("exec", "vite", "--", "build", "--logLevel", "warn")
    draw_icons()
    made_from.write_text(wanted)


def draw_icons() -> None:
    """What a phone shows of an installed studio, drawn from public/icon.svg."""
    icon = (WEB / "public/icon.svg").read_text("utf-8")
    # A phone may cut a maskable icon to a circle: its ground fills the square, and its drawing keeps to the middle.
    inside = icon.replace("<svg ", '<svg x="8" y="8" width="48" height="48" ', 1)
    maskable = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{GROUND}{inside}</svg>'
    folder = BUILT / "icons"
    folder.mkdir(exist_ok=True)
    for name, svg, side_px in (("192", icon, 192), ("512", icon, 512), ("maskable", maskable, 512)):
        sized = svg.replace("<svg ", f'<svg width="{side_px}" height="{side_px}" ', 1)
        (folder / f"{name}.png").write_bytes(resvg_py.svg_to_bytes(svg_string=sized, skip_system_fonts=True))


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
