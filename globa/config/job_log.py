"""What is written down of a job: its name, which attempt, how long and how it went; never what it was about."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from procrastinate import App, JobContext

from globa.config import metrics
from globa.config.log import trouble

log = logging.getLogger("globa.job")


def watch(app: App) -> None:
    """Called when the jobs of all rooms are known: every worker of this app writes down what it does."""
    app.worker_defaults["worker_middleware"] = [*app.worker_defaults.get("worker_middleware", []), written_down]


async def written_down(do: Callable[[], Awaitable[Any]], context: JobContext, worker: object) -> Any:
    began = time.perf_counter()
    try:
        result = await do()
    except BaseException as error:
        _write(context, time.perf_counter() - began, "failed", logging.ERROR, trouble(error))
        raise
    _write(context, time.perf_counter() - began, "succeeded", logging.INFO, {})
    return result


def _write(context: JobContext, seconds: float, result: str, level: int, more: dict[str, Any]) -> None:
    job = context.job
    told = {"job": job.task_name, "id": job.id, "attempt": job.attempts + 1, "ms": round(seconds * 1000), "result": result}
    log.log(level, "job", extra={"told": told | more})
    metrics.job(job.task_name, result, seconds)


class NotToldTwice(logging.Filter):
    """The library's own line about the end of a job holds what the job was about."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.funcName != "_log_job_outcome"
