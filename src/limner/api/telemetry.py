"""OpenTelemetry traces: the extra "telemetry" and OTEL_EXPORTER_OTLP_ENDPOINT switch them on."""

import os
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.types import Scope

from limner.errors import ExtraMissing

if TYPE_CHECKING:
    from opentelemetry.trace import Span


def trace(app: FastAPI) -> None:
    """Send a trace of each request to the collector the environment names, if it names one.

    Raises:
        ExtraMissing: it does, and the packages are not installed.
    """
    if not os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
        from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor  # noqa: PLC0415
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError as error:
        raise ExtraMissing(
            "Traces need some packages more.", 'Install them: pip install "limner[telemetry]"'
        ) from error
    tracers = TracerProvider(resource=Resource.create({"service.name": "limner"}))
    tracers.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))

    def without_query(span: "Span", scope: Scope) -> None:
        """Addresses of pictures hold signatures: a trace names the path, never the query."""
        for name in ("http.target", "http.url", "url.full", "url.path"):
            span.set_attribute(name, scope["path"])
        span.set_attribute("url.query", "")

    FastAPIInstrumentor.instrument_app(
        app,
        tracer_provider=tracers,
        excluded_urls="healthz,readyz,metrics",
        server_request_hook=without_query,
    )
