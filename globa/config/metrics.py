"""
Counts and durations of requests and jobs for a collector, by OpenTelemetry; off unless GLOBA_METRICS names one.

The packages are an extra (`python3 -I globa/config/installation.py metrics`). A route is told by its pattern, a job by its name,
nobody by anything.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import Any

from globa.config import declared


@dataclass(frozen=True)
class Instruments:
    requests: Any
    jobs: Any


def request(method: str, route: str | None, status: int, seconds: float) -> None:
    """The names are those of OpenTelemetry's conventions for HTTP servers, so that ready-made charts know them."""
    if found := instruments():
        known = {"http.request.method": method, "http.route": route or "", "http.response.status_code": status}
        found.requests.record(seconds, known)


def job(name: str, result: str, seconds: float) -> None:
    if found := instruments():
        found.jobs.record(seconds, {"globa.job": name, "globa.result": result})


@cache
def instruments() -> Instruments | None:
    """Made at the first request or job: a process that serves nobody sends nothing."""
    return made(_sending(address)) if (address := declared.METRICS.value()) else None


def made(provider: Any) -> Instruments:
    """A histogram carries its count, so that requests and jobs are counted by it too."""
    meter = provider.get_meter("globa")
    return Instruments(
        requests=meter.create_histogram("http.server.request.duration", unit="s", description="Duration of requests"),
        jobs=meter.create_histogram("globa.job.duration", unit="s", description="Duration of jobs"),
    )


def _sending(address: str) -> Any:
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.resources import Resource

    exporter = OTLPMetricExporter(endpoint=f"{address}/v1/metrics")
    known = Resource.create({"service.name": f"globa-{os.environ.get('GLOBA_DATABASE_ROLE') or 'web'}"})
    return MeterProvider(metric_readers=[PeriodicExportingMetricReader(exporter)], resource=known)
