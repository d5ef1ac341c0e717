"""`python -m limner.model_files` fetches what is missing; once complete it needs no network."""

import sys

from limner.errors import LimnerError
from limner.model_files.fetching import fetch


def main() -> int:
    """Fetch everything, one line per file; the exit code is the error's."""
    try:
        fetch(report=print)
    except LimnerError as error:
        sys.stderr.write(f"{error.message} {error.advice}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
