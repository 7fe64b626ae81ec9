"""What everybody sees of the centre: written here, looked at, published, and taken down with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.publication import pages
from globa.publication.pages import LONGEST, WRITTEN, Content, Edition, PageDraft
from globa.publication.published import Published, in_language
from globa.registry.organisations import Organisation
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Nothing, Why, page
from globa.web.whereabouts import PlacedRequest

LINES = {"about": 6, "services": 8, "becoming": 8, "hours": 3, "night": 4}
NEEDED = ("phone", "about_lt", "becoming_lt")


class PageForm(forms.Form):
    """Every word of the page; nothing is needed for a draft."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in WRITTEN:
            self.fields[name] = _field(name)

    @property
    def contacts(self) -> list[forms.BoundField]:
        return [self[name] for name in WRITTEN if not name.endswith(("_lt", "_en"))]

    @property
    def sections(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"{name}_lt"], self[f"{name}_en"]) for name in LINES]


def _field(name: str) -> forms.CharField:
    label = capfirst(PageDraft._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    section = name.rpartition("_")[0]
    if name.endswith(("_lt", "_en")):
        return forms.CharField(label=label, required=False, max_length=LONGEST, widget=forms.Textarea({"rows": LINES[section]}))
    if name == "email":
        return forms.EmailField(label=label, required=False)
    return forms.CharField(label=label, required=False, max_length=200 if name == "street_address" else 40)


class DownForm(forms.Form):
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def outside(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    draft = pages.draft_of(at.organisation)
    editions = list(
        Edition.objects.visible_to(at.user).filter(organisation=at.organisation).select_related("published_by", "ended_by").newest_first()
    )
    now = next((one for one in editions if one.ended_at is None), None)
    shown = {
        "organisation": at.organisation,
        "now": now,
        "address": f"{settings.GLOBA_PUBLIC_ADDRESS}/lt/{at.organisation.code}/",
        "is_changed": now is None or now.words() != draft.words(),
        "editions": editions,
        "told": told(at.user, draft, *editions),
    }
    return page(request, "administration/outside.html", lambda: shown, _acts(at, draft, now))


@login_required
@require_safe
def drafted(request: PlacedRequest) -> HttpResponse:
    """How the draft would look outside."""
    at = keeping(request)
    return _looked_at(request, at.organisation, pages.draft_of(at.organisation), None)


@login_required
@require_safe
def edition(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """An edition as it stood."""
    at = keeping(request)
    found = get_object_or_404(Edition.objects.visible_to(at.user).filter(organisation=at.organisation), pk=pk)
    return _looked_at(request, at.organisation, found, found)


def _looked_at(request: PlacedRequest, organisation: Organisation, words: Content, stood: Edition | None) -> HttpResponse:
    shown = {"centre": _as_shown(organisation, words), "edition": stood, "organisation": organisation}
    return render(request, "administration/outside_page.html", shown)


def _as_shown(organisation: Organisation, words: PageDraft | Edition | Content) -> Published:
    names = {"name_lt": organisation.name, "name_en": organisation.name_en or organisation.name, "slug": organisation.code}
    told: dict[str, object] = {"answered_within": 0, "kept_months": None, "is_invented": settings.GLOBA_IS_DEMONSTRATION}
    row = {**words.words(), **names, **told}
    return in_language(row, (get_language() or "lt")[:2])


def _acts(at: Keeping, draft: PageDraft, now: Edition | None) -> dict[str, Act]:
    acts = {
        "write": Act(
            PageForm,
            lambda given: pages.write(organisation=at.organisation, words=given, by=at.user),
            _("The draft is kept. Outside nothing has changed yet."),
            initial=draft.words(),
        ),
        "publish": Act(
            Nothing,
            lambda given: pages.publish(organisation=at.organisation, by=at.user, is_invented=settings.GLOBA_IS_DEMONSTRATION),
            _("It is published: everybody sees it now."),
        ),
    }
    if now:
        acts["down"] = Act(
            DownForm,
            lambda given: pages.take_down(edition=now, by=at.user, **given),
            _("The page is taken down."),
        )
    return acts
