"""A client of Google's SDK for a project of Vertex AI."""

from datetime import UTC, datetime, timedelta
from typing import Final

import httpx2
from google import genai
from google.genai import types
from google.oauth2.credentials import Credentials
from pydantic import SecretStr

_TOKEN_LIFE: Final = timedelta(minutes=50)
"""A token that was handed over is used, never renewed."""


def project_client(
    project: str, location: str, access_token: SecretStr | None, options: types.HttpOptions
) -> genai.Client:
    """With the token, or else the machine's own credentials: looking for those reads files and may ask the network."""
    credentials = None
    if access_token:
        expiry = datetime.now(UTC).replace(tzinfo=None) + _TOKEN_LIFE
        credentials = Credentials(access_token.get_secret_value(), expiry=expiry)  # type: ignore[no-untyped-call]
    return genai.Client(
        vertexai=True, project=project, location=location, credentials=credentials, http_options=options
    )


def options_for(base_url: str | None, timeout_s: float, line: httpx2.AsyncClient) -> types.HttpOptions:
    """How the SDK reaches Google, or a gateway that speaks like it."""
    return types.HttpOptions(base_url=base_url, timeout=round(timeout_s * 1000), httpx_async_client=line)
