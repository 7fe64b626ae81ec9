"""A long list in pages. The count is asked once and shown; a page that is not there becomes the nearest one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

LONG = 50


def page_of(rows: QuerySet[Any] | Sequence[Any], request: HttpRequest, count: int | None = None) -> Page[Any]:
    paginator: Paginator[Any] = Paginator(rows, LONG)
    if count is not None:
        paginator.__dict__["count"] = count  # it was counted already, with other things in the same question
    return paginator.get_page(request.GET.get("page"))
