"""An enquiry by telephone or at the door is recorded as that of the public page is: they are counted together."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.casework.recruitment import enquiries
from globa.casework.recruitment.enquiries import Enquiry
from globa.casework.recruitment.subjects import LONGEST, About, Channel
from globa.web.forms.acts import Act, Day, page
from globa.web.forms.choosing import titled
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

AT = {"enquiry_says_how_to_answer": "asker_phone", "enquiry_is_of_a_readable_length": "question"}
BY_HAND = [(code, label) for code, label in Channel.choices if code != Channel.PUBLIC_PAGE]


class EnquiryForm(forms.Form):
    channel = forms.ChoiceField(label=_("How it came"), choices=titled(BY_HAND))
    on = Day(label=_("Day"))
    about = forms.ChoiceField(
        label=_("About"), choices=[("", ""), *titled(About.choices)], error_messages={"required": _("Choose what it is about.")}
    )
    asker = forms.CharField(label=_("Who asks"), max_length=150, error_messages={"required": _("Write the name.")})
    asker_phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    asker_email = forms.EmailField(label=_("E-mail"), required=False)
    asker_town = forms.CharField(label=_("Town or village"), max_length=120, required=False)
    question = forms.CharField(label=_("Question"), max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 4}))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def recording(request: PlacedRequest) -> HttpResponse:
    organisation = request.organisation
    if organisation is None:
        raise Http404
    looked_at(request, [])

    def record(given: dict[str, Any]) -> Enquiry:
        return enquiries.enquire(organisation=organisation, by=request.user, **given)

    act = Act(EnquiryForm, record, _("The enquiry is recorded."), at=AT, to=lambda made: reverse("enquiries-enquiry", args=[made.pk]))
    return page(request, "enquiries/record.html", dict, {"record": act})
