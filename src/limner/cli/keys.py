"""`limner keys`: the server's secrets, listed without their values and replaced while the server runs."""

import asyncio
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from limner.cli.output import JsonOption, errors_as_sentences, print_json, print_table

if TYPE_CHECKING:
    from limner.backend import Backend
    from limner.storage.key_ring import KeyRing, Purpose

app = typer.Typer(help="The server's keys: for pictures, sign-in tokens and links.", no_args_is_help=True)


@app.command("list")
def list_keys(*, json: Annotated[bool, JsonOption] = False) -> None:
    """Show which keys there are and how many pictures each one still opens; never the keys themselves."""
    with errors_as_sentences():
        rows = asyncio.run(_listed())
    if json:
        print_json(rows)
    else:
        print_table(rows, ("purpose", "key", "made", "used", "pictures"))


@app.command("rotate")
def rotate(
    *,
    what: Annotated[Literal["pictures", "tokens", "links"], typer.Option("--what", help="Which key.")] = "pictures",
    forget_old: Annotated[
        bool, typer.Option("--forget-old", help="Drop the older keys once nothing needs them; tokens and links end.")
    ] = False,
) -> None:
    """Make a new key and use it from now on; running servers follow, and pictures stay readable throughout."""
    with errors_as_sentences():
        for line in asyncio.run(_rotated(what, forget_old=forget_old)):
            typer.echo(line)


async def _listed() -> list[dict[str, object]]:
    from limner.backend import open_backend
    from limner.storage.blobs import Blob
    from limner.storage.key_ring import PURPOSES

    rows: list[dict[str, object]] = []
    async with open_backend() as backend:
        await backend.store.prepare()
        for purpose in PURPOSES:
            newest = backend.keys.newest(purpose)
            for key in backend.keys.all(purpose):
                pictures = await backend.store.count(Blob, {"key_id": key.id}) if purpose == "pictures" else ""
                rows.append(
                    {
                        "purpose": purpose,
                        "key": key.id,
                        "made": f"{key.created_at:%Y-%m-%d %H:%M}",
                        "used": "now" if key == newest else "for older ones",
                        "pictures": pictures,
                    }
                )
    return rows


async def _rotated(purpose: "Purpose", *, forget_old: bool) -> list[str]:
    from limner.backend import open_backend

    async with open_backend() as backend:
        await backend.store.prepare()
        lines = [f"The new key for {purpose} is {backend.keys.rotate(purpose).id}."]
        if purpose == "pictures":
            return lines + await _pictures_follow(backend, forget_old=forget_old)
        return lines + (_forget_all_old(backend.keys, purpose) if forget_old else [])


async def _pictures_follow(backend: "Backend", *, forget_old: bool) -> list[str]:
    from limner.storage import rotation

    lines = [f"Wrapped anew: {await rotation.rewrap(backend.store, backend.keys)}."]
    if forget_old:
        held = await rotation.forget_old(backend.store, backend.keys)
        lines.append(
            f"{held} pictures could not be wrapped anew, so their keys stay." if held else "The older keys are gone."
        )
    return lines


def _forget_all_old(keys: "KeyRing", purpose: "Purpose") -> list[str]:
    for key in keys.all(purpose)[:-1]:
        keys.forget(purpose, key.id)
    return ["The older keys are gone."]
