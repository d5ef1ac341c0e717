"""Run every check, the quick ones first, and the tests in any case: their closing line is the last line printed.

    .venv/bin/python tools/check.py

A check that finds nothing prints one line. One that finds something prints what, and the run fails at its end.
"""

import os
import subprocess
import sys
from pathlib import Path

from studio import WEB, has_node

REPOSITORY = Path(__file__).resolve().parent.parent
CHECKS = {
    "lint": ["ruff", "check", "--quiet", "--output-format=concise"],
    "format": ["ruff", "format", "--check", "--quiet"],
    "types": ["pyright"],
    "imports": ["lint-imports", "--no-logo"],
}
STUDIO_CHECKS = {
    "studio": ["npm", "run", "--silent", "check"],
    "studio in a browser": ["npm", "run", "--silent", "--if-present", "e2e"],
}
MOST_LINES = 60
TESTS = ["pytest", "-n", "2"]


def main() -> int:
    """Run the checks, then the tests; 0 when all hold."""
    failed = [name for name, command in CHECKS.items() if not holds(name, tool(command), REPOSITORY)]
    if has_node():
        failed += [name for name, command in STUDIO_CHECKS.items() if not holds(name, command, WEB)]
    else:
        print("studio: NOT CHECKED, there is no Node with npm", flush=True)
    if failed:
        print(f"FAILED: {', '.join(failed)} (the tests follow)", flush=True)
    tests = subprocess.run(tool(TESTS), cwd=REPOSITORY, check=False)
    return tests.returncode or len(failed)


def holds(name: str, command: list[str], folder: Path) -> bool:
    """Run one check; its words are shown only when it fails."""
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    print(f"{name}: {'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
    if done.returncode != 0:
        lines = (done.stdout + done.stderr).splitlines()
        print("\n".join(lines[:MOST_LINES]), flush=True)
        if len(lines) > MOST_LINES:
            print(f"... and {len(lines) - MOST_LINES} lines more: run {' '.join(command)}", flush=True)
    return done.returncode == 0


def tool(command: list[str]) -> list[str]:
    """The command from this environment, wherever it was activated."""
    return [str(Path(sys.executable).parent / command[0]), *command[1:]]


if __name__ == "__main__":
    os.environ.setdefault("PYRIGHT_PYTHON_IGNORE_WARNINGS", "1")
    sys.exit(main())
