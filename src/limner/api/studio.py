"""The studio's built files, served from the same port; every address that is no file is a page of the studio."""

from pathlib import Path
from typing import Final

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

BUILT: Final = Path(__file__).with_name("studio")
_FOR_EVER: Final = "public, max-age=31536000, immutable"


class _Studio(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or path.startswith(("api/", "assets/")):  # noqa: PLR2004 - the status
                raise
            response = await super().get_response("index.html", scope)
        # The names of built files hold a hash of their content; the page that names them is looked at each time.
        response.headers["Cache-Control"] = _FOR_EVER if path.startswith("assets/") else "no-cache"
        return response


def serve_studio(app: FastAPI) -> None:
    """Serve the studio where it was built; an API alone is a server too."""
    if BUILT.is_dir():
        app.mount("/", _Studio(directory=BUILT, html=True), name="studio")
