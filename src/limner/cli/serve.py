"""`limner serve` and `limner worker`."""

import asyncio
import threading
import webbrowser
from typing import Annotated, Final

import typer

from limner.cli.output import errors_as_sentences

_TIME_TO_START_S: Final = 2.0


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 127.0.0.1 is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8400,
    *,
    open_page: Annotated[bool, typer.Option("--open", help="Open the studio in a browser.")] = False,
) -> None:
    """Run the server: accounts, photos, jobs, gallery. Everything is kept in LIMNER_DATA_DIR."""
    with errors_as_sentences():
        import uvicorn

        from limner.api.app import create_app
        from limner.api.log import log_to_stderr

        log_to_stderr()
        typer.echo(f"Limner listens on http://{host}:{port}, until Ctrl+C.", err=True)
        if open_page:
            threading.Timer(_TIME_TO_START_S, webbrowser.open, [f"http://{host}:{port}"]).start()
        uvicorn.run(
            create_app(),
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=10,
            http="h11",
            ws_max_size=64 * 1024,
            h11_max_incomplete_event_size=64 * 1024,
        )


def worker(
    embedded: Annotated[str | None, typer.Option(hidden=True, help="Name given by the server that started it.")] = None,
    concurrency: Annotated[int, typer.Option(min=1, max=64, help="Processes, with LIMNER_QUEUE_URL.")] = 2,
) -> None:
    """Draw what a server has queued: with Celery when LIMNER_QUEUE_URL is set, else from the database."""
    with errors_as_sentences():
        from limner.api.log import log_to_stderr
        from limner.settings import Settings
        from limner.worker import celery_worker, embedded_worker, standing_worker

        log_to_stderr()
        queue_url = Settings().queue_url
        if embedded:
            asyncio.run(embedded_worker(embedded))
        elif queue_url:
            celery_worker(queue_url, concurrency)
        else:
            asyncio.run(standing_worker())
