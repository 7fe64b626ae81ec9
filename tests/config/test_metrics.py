"""Measures are an extra: off they cost nothing, on they name patterns and jobs, never anybody."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from globa.config import faults, metrics


def test_without_a_collector_nothing_is_measured() -> None:
    metrics.instruments.cache_clear()
    metrics.request("GET", "people/<str:number>/", 200, 1)
    assert metrics.instruments() is None


def test_a_collector_without_the_packages_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "METRICS_PACKAGES", ("nobody.has.this",))
    (fault,) = faults.found({"GLOBA_METRICS": "http://localhost:4318"})
    assert "python3 -I globa/config/installation.py metrics" in str(fault)


def test_requests_and_jobs_are_measured_by_their_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    sdk: Any = pytest.importorskip("opentelemetry.sdk.metrics", reason="the extra “metrics” is not installed")
    reader = sdk.export.InMemoryMetricReader()
    instruments = metrics.made(sdk.MeterProvider(metric_readers=[reader]))
    monkeypatch.setattr(metrics, "instruments", lambda: instruments)
    Client().get("/health?q=Onute")
    metrics.job("registry.send_letter", "succeeded", 2)
    found = {metric.name: metric for metric in reader.get_metrics_data().resource_metrics[0].scope_metrics[0].metrics}
    told = {name: [(dict(point.attributes), point.count) for point in metric.data.data_points] for name, metric in found.items()}
    assert told == {
        "http.server.request.duration": [({"http.request.method": "GET", "http.route": "health", "http.response.status_code": 200}, 1)],
        "globa.job.duration": [({"globa.job": "registry.send_letter", "globa.result": "succeeded"}, 1)],
    }
