"""
An enquiry without an account. What keeps floods out: a form that is signed, of today and not sent in a blink; a field that
people do not see; a size; and how often somebody knocks, which the database counts for all processes together.

No cookie is needed: the form does nothing in anybody's name, so that there is nobody whose browser could be misled.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from globa.casework.recruitment.subjects import LONGEST, About
from globa.journal.keys import new_key
from globa.publication.published import Answer, Asked, Published, enquire
from globa.vocabulary.calendar import today
from globa.web.outside.pages import found, framed

FORM_LASTS = timedelta(hours=12)
A_BLINK = timedelta(seconds=2)
MOST_LETTERS_OF_A_FIELD = {"asker": 150, "phone": 40, "email": 254, "town": 120}
SIGNED = TimestampSigner(salt="globa.outside.enquiry")


class EnquiryForm(forms.Form):
    about = forms.ChoiceField(
        label=_("What would you like to ask about?"),
        choices=[(code, capfirst(label)) for code, label in About.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about."), "invalid_choice": _("Choose what it is about.")},
    )
    asker = forms.CharField(label=_("Your name"), max_length=150, error_messages={"required": _("Write how to address you.")})
    phone = forms.CharField(label=_("Your telephone"), max_length=40, required=False)
    email = forms.EmailField(
        label=_("Your e-mail"), required=False, error_messages={"invalid": _("This is no e-mail address. Compare it with your own.")}
    )
    town = forms.CharField(label=_("Where you live"), max_length=120, required=False, help_text=_("Town or village, no street."))
    message = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Do not write a child's name or personal code here: we will ask when we talk."),
    )
    website = forms.CharField(label=_("Leave this empty"), required=False, max_length=200)
    form = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("phone", "").strip() and not given.get("email", "").strip() and "email" not in self.errors:
            self.add_error("phone", _("Write a telephone number or an e-mail address, so that there is somewhere to answer."))
        if given.get("website"):
            self.add_error("website", _("This field is there for programs. Empty it and send the form again."))
        return given


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def asking(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    centre = found(slug, language)
    if request.method != "POST":
        return _page(
            request, centre, EnquiryForm(initial={"form": _signed(new_key(), slug), "about": request.GET.get("about", "")}), language
        )
    form = EnquiryForm(request.POST)
    key = _key_of(form, slug)
    if key is None or not form.is_valid():
        return _page(request, centre, _with_new_key(form, slug) if key is None else form, language, 422)
    answer = enquire(_asked(form, key, language), of=slug, sender=sender_of(request))
    if answer is Answer.CLOSED:
        raise Http404
    if answer is Answer.TOO_MANY:
        return render(request, "too_many.html", {"centre": centre} | framed("outside-enquiry", language, slug), status=429)
    return redirect("outside-thanks", language=language, slug=slug)


def _page(request: HttpRequest, centre: Published, form: EnquiryForm, language: str, status: int = 200) -> HttpResponse:
    shown = {"centre": centre, "form": form} | framed("outside-enquiry", language, centre.slug)
    return render(request, "enquiry.html", shown, status=status)


def _asked(form: EnquiryForm, key: UUID, language: str) -> Asked:
    given = {name: form.cleaned_data[name].strip() for name in ("about", "asker", "phone", "email", "town", "message")}
    return Asked(key=key, language=language, **given)


def _signed(key: UUID, slug: str) -> str:
    return SIGNED.sign(f"{key}/{slug}")


def _key_of(form: EnquiryForm, slug: str) -> UUID | None:
    """The key that we gave this form; none for a form that is not ours, too old, or sent in a blink, which is said above it."""
    given = str(form.data.get("form", ""))
    try:
        key, _slash, of = SIGNED.unsign(given, max_age=FORM_LASTS).partition("/")
        if of != slug:
            raise BadSignature
    except SignatureExpired:
        _refuse(form, _("The page stood open for long. What you wrote is still here: send it once more."))
        return None
    except BadSignature:
        _refuse(form, _("The form came back changed. What you wrote is still here: send it once more."))
        return None
    if _was_sent_in_a_blink(given):
        _refuse(form, _("It was sent quicker than anybody reads. What you wrote is still here: send it once more."))
        return None
    return UUID(key)


def _was_sent_in_a_blink(given: str) -> bool:
    try:
        SIGNED.unsign(given, max_age=A_BLINK)
    except SignatureExpired:
        return False
    return True


def _refuse(form: EnquiryForm, sentence: Any) -> None:
    form.is_valid()
    form.add_error(None, sentence)


def _with_new_key(form: EnquiryForm, slug: str) -> EnquiryForm:
    form.data = {name: form.data.get(name, "") for name in form.fields} | {"form": _signed(new_key(), slug)}
    return form


def sender_of(request: HttpRequest) -> str:
    """What tells senders apart today: a keyed hash of the address, of which tomorrow there is another. A whole home of IPv6 is one."""
    said = f"{today()} {_network(_address(request))}"
    return hmac.new(settings.SECRET_KEY.encode(), said.encode(), hashlib.sha256).hexdigest()


def _address(request: HttpRequest) -> str:
    """Of X-Forwarded-For only as many are believed as proxies of ours have written."""
    said = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",") if one.strip()]
    proxies: int = settings.GLOBA_PROXIES  # type: ignore[misc]  # of the public process' settings
    return said[-proxies] if proxies and len(said) >= proxies else request.META.get("REMOTE_ADDR", "")


def _network(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{known}/64", strict=False)) if isinstance(known, IPv6Address) else str(known)
