"""The server, put together."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable
from typing import Final

from fastapi import APIRouter, FastAPI
from fastapi.middleware.cors import CORSMiddleware

from limner import __version__
from limner.accounts.limits import Limits
from limner.api import pictures
from limner.api.bounded_body import BoundedBody
from limner.api.documented import describe_problems
from limner.api.doorway import Doorway
from limner.api.housekeeping import keep_house
from limner.api.middleware import Watched
from limner.api.problems import answer_problems
from limner.api.routes import (
    admin,
    artworks,
    auth,
    catalog,
    characters,
    devices,
    events,
    jobs,
    me,
    oidc,
    oversight,
    photos,
    providers,
    sample,
    scenes,
    watch,
)
from limner.api.site import Site
from limner.api.studio import serve_studio
from limner.api.telemetry import trace
from limner.backend import finish_erasures, open_backend, open_queue
from limner.jobs.feed import Feed
from limner.settings import Settings
from limner.storage.signed_links import SignedLinks

PREFIX: Final = "/api/v1"
_MOST_CLOSING_S: Final = 10.0


def create_app(settings: Settings | None = None) -> FastAPI:
    """The whole server as an ASGI application."""
    settings = settings or Settings()
    app = FastAPI(
        title="Limner",
        version=__version__,
        summary="Turns a photo of someone you love into an illustrated character, on your own machine",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_opened(settings),
    )
    answer_problems(app)
    app.add_middleware(BoundedBody, most_bytes=settings.max_body_bytes, most_wait_s=settings.max_body_wait_s)
    if settings.allowed_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.allowed_origins),
            allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID"],
            expose_headers=["ETag", "Content-Range", "Retry-After", "X-Request-Id"],
            allow_credentials=False,
            max_age=600,
        )
    app.add_middleware(Watched)
    api = APIRouter(prefix=PREFIX)
    for router in (
        auth.router,
        oidc.router,
        me.router,
        devices.router,
        photos.router,
        characters.router,
        catalog.router,
        providers.router,
        scenes.router,
        jobs.router,
        jobs.batches,
        artworks.router,
        artworks.albums,
        events.router,
        pictures.router,
        sample.router,
        admin.router,
        oversight.router,
    ):
        api.include_router(router)
    app.include_router(api)
    app.include_router(watch.router)
    describe_problems(app)
    serve_studio(app)
    trace(app)
    return app


def _opened(settings: Settings) -> Callable[[FastAPI], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        async with open_backend(settings) as backend:
            await backend.store.prepare()
            await finish_erasures(backend)
            queue = open_queue(backend)
            limits_ = Limits(settings)
            site = Site(backend, queue, Feed(backend.store), SignedLinks(backend.keys), limits_, Doorway.open(settings))
            app.state.site = site
            await queue.start()
            closing = asyncio.Event()
            housekeeping = asyncio.create_task(keep_house(backend, closing))
            try:
                yield
            finally:
                # Cancelled amid a statement, a driver may never give its connection back: it may finish first.
                closing.set()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(housekeeping, _MOST_CLOSING_S)
                await site.feed.close()
                await queue.close()
                await limits_.close()
                site.close()

    return lifespan
