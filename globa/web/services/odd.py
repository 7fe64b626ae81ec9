"""What is unusual of a service that was just recorded: said once, beside the way back; nobody is kept from recording it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Sum
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from globa.casework.services import Service
from globa.reports.writing import days
from globa.reports.writing.numbers import duration
from globa.vocabulary.calendar import today

LONG = 8 * 60
LONG_DAY = 12 * 60
LONG_AGO = timedelta(days=92)
ALIKE = 20


def oddities(saved: Service) -> list[SafeString]:
    """Three questions at most; a service recorded once within an ordinary day has none."""
    return [format_html("{}", one) for one in _odd(saved)]


def _odd(saved: Service) -> Iterator[str]:
    if twin := _twin(saved):
        link = format_html('<a href="{}">{}</a>', reverse("services-service", args=[twin.pk]), twin.shown_number)
        yield format_html(_("The same service of the same length for the same people is recorded on that day already: {}."), link)
    if saved.minutes > LONG:
        yield _("%(time)s is long for one service: did a digit slip?") % {"time": duration(saved.minutes)}
    elif (whole := _of_the_day(saved)) > LONG_DAY:
        yield _("On that day you now have %(time)s of services.") % {"time": duration(whole)}
    if saved.happened_on < today() - LONG_AGO:
        yield _("It is of %(day)s, more than three months ago.") % {"day": days.iso(saved.happened_on)}


def _twin(saved: Service) -> Service | None:
    same = {"provider": saved.provider, "kind": saved.kind, "happened_on": saved.happened_on, "minutes": saved.minutes}
    alike = Service.objects.in_force().filter(organisation=saved.organisation, **same).exclude(pk=saved.pk)
    people = _people(saved)
    rows = alike.select_related("organisation").prefetch_related("recipients").order_by("-number")[:ALIKE]
    return next((one for one in rows if _people(one) == people), None)


def _people(service: Service) -> set[object]:
    return {one.person_id for one in service.recipients.all()}


def _of_the_day(saved: Service) -> int:
    given = Service.objects.in_force().by_worker(saved.provider).filter(happened_on=saved.happened_on)
    return int(given.aggregate(whole=Sum("minutes"))["whole"] or 0)


def told(saved: Service) -> SafeString:
    """All of it, with the way to put it right; nothing of what is usual."""
    odd = oddities(saved)
    if not odd:
        return SafeString("")
    right = format_html('<a href="{}">{}</a>', reverse("services-correct", args=[saved.pk]), _("Correct it"))
    return format_html(". {} {}", format_html_join(" ", "{}", ((one,) for one in odd)), right)
