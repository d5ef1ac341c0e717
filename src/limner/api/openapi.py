"""The API's description as JSON on standard output, from which the studio's client is made.

python -m limner.api.openapi
"""

import json
import sys

from limner.api.app import create_app


def main() -> None:
    """Print it."""
    json.dump(create_app().openapi(), sys.stdout, indent=1, sort_keys=True)


if __name__ == "__main__":
    main()
