"""Somebody who works in two places, or in two roles, chooses where she is; only that place counts until she chooses again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from globa.registry.accounts.appointments import Appointment
from globa.vocabulary.calendar import today
from globa.web.ids import id_in
from globa.web.whereabouts import CHOSEN, PlacedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: PlacedRequest) -> HttpResponse:
    mine = Appointment.objects.on(today()).filter(user=request.user).select_related("organisation").order_by("during", "pk")
    if request.method != "POST":
        return render(request, "place/place.html", {"places": mine, "now": request.appointment})
    chosen = get_object_or_404(mine, pk=id_in(request.POST.get("place")))
    request.session[CHOSEN] = str(chosen.pk)
    messages.success(
        request, _("You work at %(place)s now, as %(role)s.") % {"place": chosen.organisation, "role": chosen.get_role_display()}
    )
    return redirect("today")
