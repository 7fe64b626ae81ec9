"""Who comes to a page at all: its area is asked of the policy before the view runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

from globa.registry.policy import Area, may_enter
from globa.web.routes import route_named
from globa.web.whereabouts import role_of

METHODS = ("GET", "HEAD", "POST")


class GateMiddleware:
    """After WhereaboutsMiddleware, which knows the role. A page that is not listed, and one of another role, are not there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponseBase | None:
        route = route_named(request.resolver_match.view_name if request.resolver_match else None)
        if route is None:
            raise Http404
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)  # whoever asks, and whatever about: it tells nothing
        if route.area is Area.OPEN:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may_enter(role_of(request), route.area):
            raise Http404
        return None


def opens_to(role: str, address: str) -> bool:
    """Whether a role comes to the page of an address of this site; whether what it asks for is there to be seen, only the page knows."""
    try:
        route = route_named(resolve(address.partition("#")[0].partition("?")[0]).view_name)
    except Resolver404:
        return False
    return route is not None and (route.area is Area.OPEN or may_enter(role, route.area))
