"""A long list in pages. The count is asked once and shown; a page that is not there becomes the nearest one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window
from django.http import HttpRequest

LONG = 50
MOST = 1_000_000
"""Pages: a number beyond it is no number."""


def page_of(rows: QuerySet[Any] | Sequence[Any], request: HttpRequest, count: int | None = None) -> Page[Any]:
    paginator: Paginator[Any] = Paginator(rows, LONG)
    if count is not None:
        paginator.__dict__["count"] = count  # it was counted already, with other things in the same question
    return paginator.get_page(request.GET.get("page"))


def page_at_once(rows: QuerySet[Any], request: HttpRequest) -> Page[Any]:
    """The rows of the page and how many there are of all, by one question; another only for a page that is not there."""
    first = first_on(request)
    return page_from(list(rows.annotate(of_all=Window(Count("pk")))[first : first + LONG]), rows, request)


def page_from(shown: list[Any], rows: QuerySet[Any], request: HttpRequest) -> Page[Any]:
    """`shown` are what stands on the page that was asked for, each with `of_all`: how many `rows` there are."""
    first = first_on(request)
    if not shown and first:
        return page_of(rows, request)
    paginator: Paginator[Any] = Paginator(rows, LONG)
    paginator.__dict__["count"] = shown[0].of_all if shown else 0
    return Page(shown, first // LONG + 1, paginator)


def first_on(request: HttpRequest) -> int:
    """How many rows stand before the page that was asked for."""
    asked = request.GET.get("page", "1")
    return LONG * (int(asked) - 1) if asked.isdecimal() and 0 < int(asked) < MOST else 0
