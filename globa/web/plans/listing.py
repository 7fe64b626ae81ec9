"""The plans by municipality and year, each with its versions."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.web.whereabouts import PlacedRequest


@login_required
@require_safe
def plans(request: PlacedRequest) -> HttpResponse:
    return render(request, "plans/plans.html", {"years": []})
